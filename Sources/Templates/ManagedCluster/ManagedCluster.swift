import Fleet
import Manifest

/// A managed cluster as its templates see it.
struct ManagedSite {
  let fleet: Fleet
  let cluster: ManagedCluster
  let site: Site
  /// Where its metrics go.
  let hub: HubSite
  var namespace: String { fleet.namespace }

  init(_ cluster: ManagedCluster, of fleet: Fleet) {
    self.fleet = fleet
    self.cluster = cluster
    self.site = Site(cluster.name, of: fleet)
    self.hub = HubSite(fleet)
  }
}

/// Every object on one managed cluster.
func renderManagedCluster(_ cluster: ManagedCluster, of fleet: Fleet) -> [Manifest] {
  let managed = ManagedSite(cluster, of: fleet)
  let members =
    [managed.site.manifest(.namespace, fleet.namespace, of: .fleet)]
    + managed.prometheusOperator() + managed.hubAccess() + managed.federation()
    + managed.serviceDiscovery() + managed.prometheus() + managed.serviceMonitors()
  return managed.site.inventoried(
    members,
    recording: [managed.site.identity(of: fleet.hub.name, at: Inventory.hubKey)],
  )
}
