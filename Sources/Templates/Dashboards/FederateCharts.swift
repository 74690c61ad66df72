import Fleet
import Objects

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
    UsageCharts.all(for: clusters.map(\.design.exporters)) + [
      Chart(
        title: "Duration of federation",
        query: "scrape_duration_seconds{job=\"\(Self.job)\",cluster=~\"$cluster\"}",
        legend: "{{cluster}}",
        unit: "s",
      )
    ]
  }
}
