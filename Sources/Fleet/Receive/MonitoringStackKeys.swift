import JSON

extension Record {
  /// A Prometheus without what a MonitoringStack has no word for.
  fileprivate static let monitoringStack = Record(
    noun: "the monitoring stack",
    keys: [stackOperator] + writer.keys.filter { !unsaid.contains($0.name) },
  )

  private static let writer = prometheus(
    retention: "24h",
    cpu: "200m",
    memory: "1Gi",
    disk: "20Gi",
    replicas: (1...2, .copies),
  )

  /// The operator chooses these itself.
  private static let unsaid = [
    "version", "image", "affinity", "priorityClass", "spread", "extraArgs",
  ]

  private static let stackOperator = Key(
    "operator",
    .word("existing", or: stackInstallation),
    .standard([:]),
    """
    The Cluster Observability Operator, which works for the whole cluster: OLM installs it, or it is \
    `existing`, wherever in the cluster that is.
    """,
  )

  private static let stackInstallation = Record(
    noun: "the operator",
    keys: Key.fromOLM(
      package: "cluster-observability-operator",
      channel: "stable",
      source: "redhat-operators",
      startingCSV: Standard.observabilityCSV,
    ),
  )
}

extension Key {
  static let monitoringStack = section(
    "monitoringStack",
    .monitoringStack,
    "The Prometheus that writes to the hub with `mode: stack`.",
    only: [.receive],
  )
}
