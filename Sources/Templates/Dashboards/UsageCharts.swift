import Fleet

/// What a hub shows of its clusters' usage rules, and of the targets behind them.
enum UsageCharts {
  /// Those that have something to show of some cluster.
  static func all(for exporters: [Exporters]) -> [Chart] {
    usage + (exporters.contains { $0.nodeExporter != nil } ? nodes : [])
      + (exporters.contains { $0.kubeStateMetrics != nil } ? pods : []) + [targets]
  }

  private static let usage = [
    Chart(
      title: "CPU by cluster",
      query: "sum by (cluster) (\(UsageRules.cpu.name){cluster=~\"$cluster\"})",
      legend: "{{cluster}}",
      unit: "cores",
    ),
    Chart(
      title: "Memory by cluster",
      query: "sum by (cluster) (\(UsageRules.memory.name){cluster=~\"$cluster\"})",
      legend: "{{cluster}}",
      unit: "bytes",
    ),
    byNamespace("CPU by namespace", UsageRules.cpu, unit: "cores"),
    byNamespace("Memory by namespace", UsageRules.memory, unit: "bytes"),
  ]

  private static let nodes = [
    byNode("CPU in use by node", UsageRules.nodeCPU),
    byNode("Memory in use by node", UsageRules.nodeMemory),
    byNode("Fullest disk by node", UsageRules.nodeDisk),
  ]

  private static let pods = [
    byNamespace("Pods that do not run", UsageRules.podsNotRunning, unit: "short"),
    byNamespace("Restarts within an hour", UsageRules.restarts, unit: "short"),
  ]

  private static let targets = Chart(
    title: "Targets up",
    query: "min by (cluster, job) (up{cluster=~\"$cluster\"})",
    legend: "{{cluster}} {{job}}",
    unit: "short",
  )

  private static func byNamespace(_ title: String, _ rule: UsageRule, unit: String) -> Chart {
    Chart(
      title: title,
      query: "\(rule.name){cluster=~\"$cluster\",namespace=~\"$namespace\"}",
      legend: "{{cluster}} {{namespace}}",
      unit: unit,
    )
  }

  private static func byNode(_ title: String, _ rule: UsageRule) -> Chart {
    Chart(
      title: title,
      query: "\(rule.name){cluster=~\"$cluster\"}",
      legend: "{{cluster}} {{node}}",
      unit: "percentunit",
    )
  }
}
