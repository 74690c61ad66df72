import Fleet

/// What a hub shows of its clusters' usage rules, and of the targets behind them.
enum UsageCharts {
  /// Those that have something to show of some cluster.
  static func all(for exporters: [Exporters]) -> [Chart] {
    SharedCharts.usage(cpu: UsageRules.cpu.name, memory: UsageRules.memory.name)
      + (exporters.contains { $0.nodeExporter != nil } ? nodes : [])
      + (exporters.contains { $0.kubeStateMetrics != nil } ? pods : [])
      + [SharedCharts.targetsUp()]
  }

  /// For clusters with a node exporter.
  private static let nodes = [
    byNode("CPU in use by node", UsageRules.nodeCPU),
    byNode("Memory in use by node", UsageRules.nodeMemory),
    byNode("Fullest disk by node", UsageRules.nodeDisk),
  ]

  /// For clusters with kube-state-metrics.
  private static let pods = [
    count("Pods that do not run", UsageRules.podsNotRunning),
    count("Restarts within an hour", UsageRules.restarts),
  ]

  private static func count(_ title: String, _ rule: UsageRule) -> Chart {
    SharedCharts.byNamespace(title, SharedCharts.chosen(rule.name), unit: "short")
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
