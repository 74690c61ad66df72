import Fleet
import Objects

/// Grafana on a hub with federate asks the hub's Prometheus.
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
      charts: FederateCharts.all(for: clusters.map(\.design.exporters), job: Self.job),
    ).manifests(behind: nil)
  }
}
