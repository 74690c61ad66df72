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

  private static let charts =
    UsageRules.charts + [
      Chart(
        title: "Duration of federation",
        query: "scrape_duration_seconds{job=\"\(job)\",cluster=~\"$cluster\"}",
        legend: "{{cluster}}",
        unit: "s",
      )
    ]
}
