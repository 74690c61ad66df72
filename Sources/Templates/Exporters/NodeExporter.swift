import Fleet
import JSON
import Objects

/// Measures each node, from a pod that sees the node's network and, read-only, its files.
///
/// It needs no rights in the cluster, no process of the node, and no user of the node's.
extension Site {
  /// A pod on each node, and what finds them.
  func nodeExporter(_ exporter: NodeExporter) -> [Manifest] {
    let part = Part.nodeExporter
    return [
      silentAccount(part.name, of: part),
      headlessService(
        part.name,
        of: part,
        ports: [servicePort("metrics", Int64(exporter.port), target: "metrics")],
      ),
      nodeWorkload(exporter).daemonSet(),
      scraped(part, port: "metrics", ["relabelings": [Self.nodeLabel]]),
    ]
  }

  /// As the kubelets' series have it.
  private static let nodeLabel: JSON = [
    "sourceLabels": ["__meta_kubernetes_pod_node_name"], "targetLabel": "node",
  ]

  private func nodeWorkload(_ exporter: NodeExporter) -> Workload {
    let component = exporter.component
    let container = Container(
      name: Part.nodeExporter.name,
      image: component.image,
      arguments: Self.nodeArguments(port: exporter.port) + component.extraArguments,
      ports: ["metrics": Int64(exporter.port)],
      environment: [
        ["name": "NODE_ADDRESS", "valueFrom": ["fieldRef": ["fieldPath": "status.hostIP"]]]
      ],
      readiness: probe("/", port: "metrics", everySeconds: 10, failures: 6),
      resources: component.resources.json,
      mounts: [Mount(volume: "node", path: "/host", followsNode: true)],
    )
    return Workload(
      .nodeExporter,
      component,
      at: self,
      containers: [container],
      volumes: [nodeVolume("node", path: "/")],
      user: .prometheus,
      usesNodeNetwork: true,
    )
  }

  /// It listens at the address that the cluster knows the node by, and at no other.
  ///
  /// What comes and goes with each pod, its mounts and its end of the network, is passed over.
  private static func nodeArguments(port: Int) -> [String] {
    [
      "--path.rootfs=/host",
      "--path.procfs=/host/proc",
      "--path.sysfs=/host/sys",
      "--path.udev.data=/host/run/udev/data",
      "--web.listen-address=[$(NODE_ADDRESS)]:\(port)",
      "--collector.filesystem.mount-points-exclude="
        + "^/(dev|proc|sys|run/k3s/containerd/.+|var/lib/(docker|containers|kubelet/pods)/.+)($|/)",
      "--collector.netclass.ignored-devices=^(veth.*|cali.*|[a-f0-9]{15})$",
      "--collector.netdev.device-exclude=^(veth.*|cali.*|[a-f0-9]{15})$",
    ]
  }
}
