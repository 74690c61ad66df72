import Fleet
import Manifest

/// What Grafana shows on a hub with federate: nothing but what some cluster is asked for.
extension FederateSite {
  func grafana() -> [Manifest] {
    Grafana(
      site: site,
      component: fleet.hub.grafana,
      source: GrafanaSource(
        name: "Prometheus",
        uid: "prometheus",
        url: address,
        kind: "Prometheus",
      ),
      charts: charts,
    ).manifests(behind: nil)
  }

  private var charts: [Chart] {
    let exporters = clusters.map(\.design.exporters)
    return Self.usageCharts
      + (exporters.contains { $0.nodeExporter != nil } ? Self.nodeCharts : [])
      + (exporters.contains { $0.kubeStateMetrics != nil } ? Self.podCharts : [])
      + Self.scrapeCharts
  }

  private static let usageCharts = [
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

  private static let nodeCharts = [
    byNode("CPU in use by node", UsageRules.nodeCPU),
    byNode("Memory in use by node", UsageRules.nodeMemory),
    byNode("Fullest disk by node", UsageRules.nodeDisk),
  ]

  private static let podCharts = [
    byNamespace("Pods that do not run", UsageRules.podsNotRunning, unit: "short"),
    byNamespace("Restarts within an hour", UsageRules.restarts, unit: "short"),
  ]

  private static let scrapeCharts = [
    Chart(
      title: "Targets up",
      query: "min by (cluster, job) (up{cluster=~\"$cluster\"})",
      legend: "{{cluster}} {{job}}",
      unit: "short",
    ),
    Chart(
      title: "Duration of federation",
      query: "scrape_duration_seconds{job=\"\(job)\",cluster=~\"$cluster\"}",
      legend: "{{cluster}}",
      unit: "s",
    ),
  ]

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
