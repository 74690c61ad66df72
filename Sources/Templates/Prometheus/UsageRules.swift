import Fleet
import JSON

/// What a cluster sums up for the hub.
enum UsageRules {
  /// In cores, for each namespace.
  static let cpu = UsageRule(
    name: "namespace:container_cpu_usage_seconds_total:sum_rate5m",
    expression: "sum by (namespace) (rate(container_cpu_usage_seconds_total\(containers)[5m]))",
  )
  /// In bytes, for each namespace: what the kernel would not give back.
  static let memory = UsageRule(
    name: "namespace:container_memory_working_set_bytes:sum",
    expression: "sum by (namespace) (container_memory_working_set_bytes\(containers))",
  )

  /// Those of single containers: the sums that the kubelet makes of them have no name.
  static let containers = #"{container!="",container!="POD"}"#

  /// From 0 to 1: the share of time in which the node's processors were busy.
  static let nodeCPU = UsageRule(
    name: "node:node_cpu_seconds_total:busy_ratio5m",
    expression: #"1 - avg by (node) (rate(node_cpu_seconds_total{mode="idle"}[5m]))"#,
  )
  /// From 0 to 1: the share that no process could be given any more.
  static let nodeMemory = UsageRule(
    name: "node:node_memory_bytes:used_ratio",
    expression:
      "1 - sum by (node) (node_memory_MemAvailable_bytes) / sum by (node) (node_memory_MemTotal_bytes)",
  )
  /// From 0 to 1: of the node's disks, the one that is fullest.
  static let nodeDisk = UsageRule(
    name: "node:node_filesystem_bytes:fullest_ratio",
    expression:
      "max by (node) (1 - node_filesystem_avail_bytes\(disks) / node_filesystem_size_bytes\(disks))",
  )

  /// Those that hold data: neither memory nor an image that is full by nature.
  private static let disks = #"{fstype!~"tmpfs|ramfs|squashfs|overlay|iso9660"}"#

  /// Pods of a namespace that wait, have failed or are not heard of.
  static let podsNotRunning = UsageRule(
    name: "namespace:kube_pod_status_phase:stuck_sum",
    expression: #"sum by (namespace) (kube_pod_status_phase{phase=~"Pending|Failed|Unknown"})"#,
  )
  /// How often containers of a namespace have started anew.
  static let restarts = UsageRule(
    name: "namespace:kube_pod_container_status_restarts_total:sum_increase1h",
    expression: "sum by (namespace) (increase(kube_pod_container_status_restarts_total[1h]))",
  )

  /// Those that have something to sum up on a cluster with such exporters.
  static func collected(by exporters: Exporters) -> [UsageRule] {
    [cpu, memory] + (exporters.nodeExporter == nil ? [] : [nodeCPU, nodeMemory, nodeDisk])
      + (exporters.kubeStateMetrics == nil ? [] : [podsNotRunning, restarts])
  }

  /// A group of a PrometheusRule, with what the cluster tells of its pods.
  static func group(for exporters: Exporters, telling usage: [UsageSeries]) -> JSON {
    let rules = collected(by: exporters) + usage.compactMap(UsageRule.init)
    return ["name": "fedctl-usage", "rules": .array(rules.map(\.json))]
  }
}
