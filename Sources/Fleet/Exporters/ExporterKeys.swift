import JSON

extension Key {
  /// What the fleet installs to measure a cluster, in topologies whose clusters may have none.
  ///
  /// Nothing unless asked for: whoever installed an operator mostly installed these with it, and
  /// two on one port of a node do not run.
  static func exporters(only topologies: [Topology]) -> [Key] {
    [
      Key(
        "nodeExporter",
        .word("none", or: .nodeExporter),
        .standard("none"),
        """
        Measures each node, with the node's network and a read-only view of its files: {} installs \
        it, with pod security `privileged` for the namespace.
        """,
        only: topologies,
        starter: .commentedOut([:]),
      ),
      Key(
        "kubeStateMetrics",
        .word("none", or: .kubeStateMetrics),
        .standard("none"),
        "Counts what the cluster's objects say, as pods that wait or restart: {} installs it.",
        only: topologies,
        starter: .commentedOut([:]),
      ),
      Key(
        "metricsServer",
        .word("existing", or: .metricsServer),
        .standard("existing"),
        """
        Answers for what `kubectl top` and autoscalers ask: {} installs it where the cluster has \
        none, as from its cloud.
        """,
        only: topologies,
        starter: .commentedOut([:]),
      ),
    ]
  }
}

extension Record {
  fileprivate static let nodeExporter = component(
    "the node exporter",
    image: Standard.nodeExporter,
    cpu: "50m",
    memory: "32Mi",
    replicas: (1...1, .onePerNode),
    tolerations: [["operator": "Exists", "effect": "NoSchedule"]],
    owned: [
      "path.rootfs", "path.procfs", "path.sysfs", "path.udev.data", "web.listen-address",
      "collector.filesystem.mount-points-exclude", "collector.netclass.ignored-devices",
      "collector.netdev.device-exclude",
    ],
    further: [
      Key(
        "port",
        .count(1024...65_535, because: .unprivilegedPort),
        .standard(9100),
        "The port on every node, where nothing else may listen.",
      )
    ],
    runsEverywhere: true,
  )

  fileprivate static let metricsServer = component(
    "metrics-server",
    image: Standard.metricsServer,
    cpu: "100m",
    memory: "200Mi",
    owned: ["secure-port", "cert-dir"],
  )

  fileprivate static let kubeStateMetrics = component(
    "kube-state-metrics",
    image: Standard.kubeStateMetrics,
    cpu: "10m",
    memory: "128Mi",
    replicas: (1...1, .countedTwice),
    owned: [
      "apiserver", "kubeconfig", "port", "telemetry-port", "resources",
      "custom-resource-state-config",
      "custom-resource-state-config-file",
    ],
  )
}
