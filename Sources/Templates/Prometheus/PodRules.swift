import JSON
import Objects

/// What OpenShift's own Prometheus sums up about pods, for a cluster that has none: under the same
/// names, so that the hub's dashboard shows both kinds of cluster side by side.
extension ManagedSite {
  static var podRules: JSON { ["name": "fedctl-usage", "rules": .array(rules)] }

  private static let rules = [
    rule("pod:container_cpu_usage:sum", "rate(container_cpu_usage_seconds_total\(pods)[5m])"),
    rule("pod:container_memory_usage_bytes:sum", "container_memory_usage_bytes\(pods)"),
  ]

  /// The sums that the kubelet makes of a pod's containers.
  private static let pods = #"{container="",pod!=""}"#

  private static func rule(_ name: String, _ expression: String) -> JSON {
    [
      "record": .string(name),
      "expr": .string("sum by (namespace, pod) (\(expression))"),
    ]
  }
}
