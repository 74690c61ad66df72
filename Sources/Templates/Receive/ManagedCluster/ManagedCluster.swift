import Fleet
import Manifest

/// A managed cluster that writes to the hub, as its templates see it.
struct ManagedSite {
  let fleet: Fleet
  let cluster: ManagedCluster
  let design: ReceiveCluster
  let site: Site
  /// Where its metrics go.
  let hub: HubSite
  var namespace: String { fleet.namespace }
  var federates: Bool { !design.federate.match.isEmpty }

  fileprivate var federation: [Manifest] {
    guard federates else { return [] }
    return site.federation(as: Self.account, of: .prometheus, on: design.openshiftVersion)
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

/// Every object on one managed cluster.
func renderManagedCluster(_ managed: ManagedSite) -> [Manifest] {
  let cluster = managed.cluster
  let members =
    [managed.site.manifest(.namespace, managed.namespace, of: .fleet)]
    + managed.prometheusOperator() + managed.hubAccess() + managed.federation
    + managed.site.serviceDiscovery(for: cluster, to: ManagedSite.account)
    + managed.prometheus() + cluster.serviceMonitors.map(managed.site.serviceMonitor)
  return managed.site.inventoried(
    members,
    recording: [managed.site.identity(of: managed.hub.hub.name, at: Inventory.hubKey)],
  )
}
