import Fleet
import JSON

/// What OpenShift's own monitoring sums up of containers, in every release from 4.12 on.
///
/// Dashboards stand on these names, so that clusters of both platforms are seen side by side: where
/// there is no such monitoring, the same is summed up under the same names.
enum PlatformSeries {
  /// In cores, for each namespace.
  static let cpu = UsageRule(
    name: "namespace:container_cpu_usage:sum",
    expression: UsageRules.cpu.expression,
  )
  /// In bytes, for each namespace: with what the kernel would give back, as the platform counts.
  static let memory = UsageRule(
    name: "namespace:container_memory_usage_bytes:sum",
    expression: "sum by (namespace) (container_memory_usage_bytes\(UsageRules.containers))",
  )
  /// The dashboard's, and whether a cluster's targets answer: as `match[]` of a federation has them.
  static let selectors = [cpu.name, memory.name, "up"].map { "{__name__=\"\($0)\"}" }

  /// What a Prometheus works out on a cluster that has no such monitoring.
  ///
  /// Of pods it tells the processors' use in any case, which people ask for by the platform's name.
  static func group(telling usage: [UsageSeries]) -> JSON {
    let pods = (usage.isEmpty ? [.cpu] : usage).compactMap(UsageRule.init)
    return ["name": "fedctl-usage", "rules": .array(([cpu, memory] + pods).map(\.json))]
  }

  /// What a collector has its Prometheus work out where nobody records it, as its flag has it.
  static func sums(telling usage: [UsageSeries]) -> [String] {
    ([cpu, memory] + usage.compactMap(UsageRule.init)).map { rule in
      JSON.map(["name": rule.name, "query": rule.expression]).text()
    }
  }
}
