import Fleet
import JSON
import Objects

/// What watches over the hub's own Thanos, and who is told.
extension ThanosSite {
  /// Nothing where the fleet file asks for nothing.
  func watch() -> [Manifest] {
    let watching: [Manifest] =
      switch design.monitoring {
      case .own(let server)?: ownMonitor(server)
      case .existing(let existing)?: monitors(for: existing)
      case nil: []
      }
    return watching + alertmanager()
  }

  /// Every part of Thanos that must be there.
  var parts: [Part] {
    storeGatewayParts + takingIn + [.compactor, .querier]
      + (design.queryFrontend == nil ? [] : [.queryFrontend])
      + (design.ruler == nil ? [] : [.ruler])
  }

  private var alerts: [JSON] {
    let isHeard = design.ruler.map { !destinations($0).alertmanagers.isEmpty } ?? false
    return ThanosAlerts.groups(for: parts, isHeard: isHeard)
  }

  private func ownMonitor(_ server: PrometheusServer) -> [Manifest] {
    let monitor = HubMonitor(
      site: site,
      design: server,
      destinations: fleet.hub.destinations(in: namespace),
      visitors: fleet.hub.grafanaVisitors(and: [.hubMonitor]),
      groups: alerts + [MonitorAlerts.group],
    )
    return monitor.manifests() + [opened(to: .pods(of: [.hubMonitor]), Part.hubMonitor.name)]
  }

  /// One monitor for all, by the Services that lead to each part's `http` port.
  private func monitors(for existing: ExistingMonitoring) -> [Manifest] {
    let labels: JSON = ["metadata": ["labels": .map(existing.labels)]]
    let spec: JSON = [
      "selector": site.everyMember,
      "jobLabel": "app.kubernetes.io/name",
      "endpoints": .array(
        ["http", Self.queryPort].map { ["port": .string($0), "interval": "30s"] }
      ),
    ]
    let rules: JSON = ["spec": ["groups": .array(alerts)]]
    return [
      site.manifest(.serviceMonitor, Self.monitor, of: .fleet, labels.merging(["spec": spec])),
      site.manifest(.prometheusRule, Self.monitor, of: .fleet, labels.merging(rules)),
      opened(to: .namespace(existing.namespace), Self.monitor),
    ]
  }

  private static let monitor = "thanos"
  /// By which the querier's and the frontend's Services lead to it.
  private static let queryPort = "grafana-access"

  /// Lets whoever watches read the metrics of all parts.
  private func opened(to visitors: Visitors, _ name: String) -> Manifest {
    site.networkPolicy(
      "\(name)-scrapes",
      of: .fleet,
      site.everyMember,
      opening: [("http", to: visitors)],
    )
  }

  private func alertmanager() -> [Manifest] {
    guard let design = fleet.hub.alertmanager else { return [] }
    let informants: [Part] = [.hubMonitor, .ruler]
    return HubAlertmanager(site: site, design: design, informants: .pods(of: informants))
      .manifests()
  }

  /// What Grafana shows beside the clusters; nothing where nobody can be asked.
  var watchDashboard: Dashboard? {
    let url: String? =
      switch design.monitoring {
      case .own?: HubMonitor.address(in: namespace)
      case .existing(let existing)?: existing.url
      case nil: nil
      }
    return url.map { url in
      Dashboard(
        name: "thanos",
        title: "Thanos",
        source: GrafanaSource(name: "Hub", uid: "hub", url: url, kind: "Prometheus"),
        charts: ThanosCharts.all(for: parts),
        variables: [],
      )
    }
  }
}
