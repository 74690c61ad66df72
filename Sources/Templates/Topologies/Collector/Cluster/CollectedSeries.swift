import JSON

/// What every collector takes: the dashboard stands on it.
enum CollectedSeries {
  /// OpenShift's own sums, which collectors elsewhere make under the same names.
  static let cpu = "namespace:container_cpu_usage:sum"
  static let memory = "namespace:container_memory_usage_bytes:sum"

  /// As `match[]` of a federation has them.
  static let selectors = [cpu, memory, "up"].map { "{__name__=\"\($0)\"}" }

  /// What a collector has its Prometheus work out where nobody records it, as its flag has it.
  static let sums = [(cpu, UsageRules.cpu), (memory, UsageRules.memory)].map { name, rule in
    JSON.map(["name": name, "query": rule.expression]).text()
  }
}
