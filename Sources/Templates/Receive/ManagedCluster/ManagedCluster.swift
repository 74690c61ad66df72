import Fleet
import Manifest

/// A managed cluster that writes to the hub, as its templates see it.
struct ManagedSite {
  let fleet: Fleet
  let cluster: ManagedCluster
  let site: Site
  /// Where its metrics go.
  let hub: HubSite
  var namespace: String { fleet.namespace }

  init(_ cluster: ManagedCluster, writingTo hub: HubSite) {
    self.fleet = hub.fleet
    self.cluster = cluster
    self.site = Site(cluster.name, of: hub.fleet)
    self.hub = hub
  }
}

/// Every object on one managed cluster.
func renderManagedCluster(_ cluster: ManagedCluster, writingTo hub: HubSite) -> [Manifest] {
  let managed = ManagedSite(cluster, writingTo: hub)
  let members =
    [managed.site.manifest(.namespace, managed.namespace, of: .fleet)]
    + managed.prometheusOperator() + managed.hubAccess() + managed.federation()
    + managed.site.serviceDiscovery(for: cluster, to: ManagedSite.account)
    + managed.prometheus() + cluster.serviceMonitors.map(managed.site.serviceMonitor)
  return managed.site.inventoried(
    members,
    recording: [managed.site.identity(of: hub.hub.name, at: Inventory.hubKey)],
  )
}
