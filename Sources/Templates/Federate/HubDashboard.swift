import Fleet
import Manifest

/// What Grafana shows on a hub with federate: nothing but what every cluster is asked for.
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
      charts: Self.charts,
    ).manifests(behind: nil)
  }

  private static let charts = [
    Chart(
      title: "CPU by cluster",
      query: "sum by (cluster) (\(UsageRules.cpu){cluster=~\"$cluster\"})",
      legend: "{{cluster}}",
      unit: "cores",
    ),
    Chart(
      title: "Memory by cluster",
      query: "sum by (cluster) (\(UsageRules.memory){cluster=~\"$cluster\"})",
      legend: "{{cluster}}",
      unit: "bytes",
    ),
    Chart(
      title: "CPU by namespace",
      query: "\(UsageRules.cpu){cluster=~\"$cluster\",namespace=~\"$namespace\"}",
      legend: "{{cluster}} {{namespace}}",
      unit: "cores",
    ),
    Chart(
      title: "Memory by namespace",
      query: "\(UsageRules.memory){cluster=~\"$cluster\",namespace=~\"$namespace\"}",
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
      title: "Duration of federation",
      query: "scrape_duration_seconds{job=\"\(job)\",cluster=~\"$cluster\"}",
      legend: "{{cluster}}",
      unit: "s",
    ),
  ]
}
