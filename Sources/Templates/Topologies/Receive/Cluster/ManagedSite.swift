import Fleet
import Objects

/// A managed cluster that writes to the hub, as its templates see it.
struct ManagedSite {
  let fleet: Fleet
  let cluster: ManagedCluster
  /// What the fleet file says of it, defaults filled in.
  let design: ReceiveCluster
  let site: Site
  /// Where its metrics go.
  let hub: HubSite
  var namespace: String { fleet.namespace }
  /// Whether it reads from OpenShift's own Prometheus.
  var federates: Bool { !design.platformSeries.match.isEmpty }

  /// What is taken from it: what the dashboards stand on, and what the fleet file asks for.
  var selectors: [String] {
    let own = PlatformSeries.selectors + cluster.usageSeries.map(\.selector)
    return own + design.platformSeries.match.filter { !own.contains($0) }
  }

  /// nil for a cluster that writes nothing, which no fleet with receive has.
  init?(_ cluster: ManagedCluster, writingTo hub: HubSite) {
    guard case .receive(let design) = cluster.design else { return nil }
    self.fleet = hub.fleet
    self.cluster = cluster
    self.design = design
    self.site = Site(cluster, of: hub.fleet)
    self.hub = hub
  }
}
