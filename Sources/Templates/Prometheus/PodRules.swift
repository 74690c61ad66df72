import JSON

/// What OpenShift's own Prometheus sums up about pods, for a cluster that has none: under the same
/// names, so that the hub's dashboard shows both kinds of cluster side by side.
enum PodRules {
  /// A group of a PrometheusRule.
  static let group: JSON = ["name": "fedctl-usage", "rules": .array([cpu, memory].map(\.json))]

  /// In cores, for each pod.
  static let cpu = UsageRule(
    name: "pod:container_cpu_usage:sum",
    expression: "sum by (namespace, pod) (rate(container_cpu_usage_seconds_total\(pods)[5m]))",
  )
  /// In bytes, for each pod.
  static let memory = UsageRule(
    name: "pod:container_memory_usage_bytes:sum",
    expression: "sum by (namespace, pod) (container_memory_usage_bytes\(pods))",
  )

  /// The sums that the kubelet makes of a pod's containers.
  private static let pods = #"{container="",pod!=""}"#
}
