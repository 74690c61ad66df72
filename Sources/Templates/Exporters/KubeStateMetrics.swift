import Fleet
import JSON
import Objects

/// Tells what the cluster's objects say, as metrics.
extension Site {
  /// Its pods, what finds them, and the right to list what they count.
  func kubeStateMetrics(_ component: Component) -> [Manifest] {
    let part = Part.kubeStateMetrics
    return [
      manifest(.serviceAccount, part.name, of: part),
      clusterRole(
        part.name,
        of: part,
        rules: Self.countedKinds.map { rule($0, $1, ["list", "watch"]) },
      ),
      clusterRoleBinding(part.name, role: qualified(part.name), to: part.name, of: part),
      headlessService(
        part.name,
        of: part,
        ports: [servicePort("metrics", 8080, target: "metrics")],
      ),
      counting(component).deployment(),
      // The namespace, pod and node that a series tells of are not those of the pod that tells.
      scraped(part, port: "metrics", ["honorLabels": true]),
    ]
  }

  /// What it may read and all that it tries to: nothing that holds secrets or configuration.
  private static let countedKinds = [
    (
      "",
      [
        "namespaces", "nodes", "persistentvolumeclaims", "persistentvolumes", "pods",
        "resourcequotas", "services",
      ],
    ),
    ("apps", ["daemonsets", "deployments", "replicasets", "statefulsets"]),
    ("autoscaling", ["horizontalpodautoscalers"]),
    ("batch", ["cronjobs", "jobs"]),
    ("policy", ["poddisruptionbudgets"]),
  ]

  private func counting(_ component: Component) -> Workload {
    let kinds = Self.countedKinds.flatMap { $1 }.sorted().joined(separator: ",")
    let container = Container(
      name: Part.kubeStateMetrics.name,
      image: component.image,
      arguments: ["--port=8080", "--telemetry-port=8081", "--resources=\(kinds)"]
        + component.extraArguments,
      ports: ["metrics": 8080, "telemetry": 8081],
      readiness: probe("/readyz", port: "telemetry", everySeconds: 10, failures: 6),
      liveness: probe("/livez", port: "metrics", everySeconds: 30, failures: 6),
      resources: component.resources.json,
      mounts: [],
    )
    return Workload(
      .kubeStateMetrics,
      component,
      at: self,
      containers: [container],
      volumes: [],
      user: .prometheus,
    )
  }
}
