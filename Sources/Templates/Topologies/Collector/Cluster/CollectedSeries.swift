import JSON

/// What every collector takes: the dashboard stands on it.
enum CollectedSeries {
  /// OpenShift's own sums, which collectors elsewhere make under the same names.
  private static let cpu = "namespace:container_cpu_usage:sum"
  private static let memory = "namespace:container_memory_usage_bytes:sum"

  static let selectors = [cpu, memory, "up"].map { "{__name__=\"\($0)\"}" }

  /// What a collector has its Prometheus work out where nobody records it, as its flag has it.
  static let sums = [(cpu, UsageRules.cpu), (memory, UsageRules.memory)].map { name, rule in
    JSON.map(["name": name, "query": rule.expression]).text()
  }

  static let charts = [
    Chart(
      title: "CPU by cluster",
      query: "sum by (cluster) (\(cpu){cluster=~\"$cluster\"})",
      legend: "{{cluster}}",
      unit: "cores",
    ),
    Chart(
      title: "Memory by cluster",
      query: "sum by (cluster) (\(memory){cluster=~\"$cluster\"})",
      legend: "{{cluster}}",
      unit: "bytes",
    ),
    Chart(
      title: "CPU by namespace",
      query: "\(cpu){cluster=~\"$cluster\",namespace=~\"$namespace\"}",
      legend: "{{cluster}} {{namespace}}",
      unit: "cores",
    ),
    Chart(
      title: "Memory by namespace",
      query: "\(memory){cluster=~\"$cluster\",namespace=~\"$namespace\"}",
      legend: "{{cluster}} {{namespace}}",
      unit: "bytes",
    ),
    Chart(
      title: "Targets up",
      query: "min by (cluster, job) (up{cluster=~\"$cluster\"})",
      legend: "{{cluster}} {{job}}",
      unit: "short",
    ),
    Chart(
      title: "Age of the newest sample",
      query: "time() - max by (cluster) (timestamp(up{cluster=~\"$cluster\"}))",
      legend: "{{cluster}}",
      unit: "s",
    ),
  ]
}
