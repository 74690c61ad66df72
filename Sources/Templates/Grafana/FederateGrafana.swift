import Fleet
import Objects

/// Grafana on a hub with federate asks the hub's Prometheus.
extension FederateSite {
  func grafana() -> [Manifest] {
    let source = GrafanaSource(
      name: "Prometheus",
      uid: "prometheus",
      url: address,
      kind: "Prometheus",
    )
    let charts = FederateCharts.all(for: clusters.map(\.design.exporters), job: Self.job)
    return Grafana(
      site: site,
      component: fleet.hub.grafana,
      design: fleet.hub.grafanaDesign,
      dashboards: [.clusters(from: source, charts)]
        + ComponentUse.dashboards(
          of: fleet.clusters,
          from: source,
          arrival: Arrival.federate(fleet.pulse, by: Self.job),
        ),
    ).manifests(behind: nil)
  }
}
