import Fleet
import Objects

/// Grafana on a hub with Thanos asks the querier.
extension ThanosSite {
  func grafana() -> [Manifest] {
    Grafana(
      site: site,
      component: fleet.hub.grafana,
      source: GrafanaSource(
        name: "Thanos",
        uid: "thanos",
        url: address(of: grafanaAsks),
        kind: "Thanos",
      ),
      charts: charts,
    ).manifests(behind: design.oauthProxy)
  }
}
