import Fleet
import Objects

/// Grafana on a hub with Thanos asks the querier.
extension ThanosSite {
  func grafana() -> [Manifest] {
    let source = GrafanaSource(
      name: "Thanos",
      uid: "thanos",
      url: address(of: grafanaAsks),
      kind: "Thanos",
    )
    let dashboards =
      [.clusters(from: source, charts)]
      + ComponentUse.dashboards(of: clusters, attribution, from: source, arrival: arrival)
      + [watchDashboard].compactMap(\.self)
    return Grafana(
      site: site,
      component: fleet.hub.grafana,
      design: fleet.hub.grafanaDesign,
      dashboards: dashboards,
    ).manifests(behind: design.oauthProxy)
  }
}
