import Fleet
import JSON
import Manifest

/// A managed cluster that the hub reads from, as its templates see it.
struct ReadCluster {
  let fleet: Fleet
  let cluster: ManagedCluster
  let loadBalancer: LoadBalancer
  let site: Site

  /// nil for a cluster that has no way in, which no fleet with federate has.
  init?(_ cluster: ManagedCluster, of fleet: Fleet) {
    guard let loadBalancer = cluster.loadBalancer else { return nil }
    self.fleet = fleet
    self.cluster = cluster
    self.loadBalancer = loadBalancer
    self.site = Site(cluster.name, of: fleet)
  }
}

/// Every object on one managed cluster.
func renderReadCluster(_ read: ReadCluster) -> [Manifest] {
  let members =
    [read.site.manifest(.namespace, read.fleet.namespace, of: .fleet)] + read.permissions()
    + [read.scrapeJobs, read.usageRules, read.prometheus, read.wayIn]
    + read.cluster.serviceMonitors.map(read.site.serviceMonitor)
  return read.site.inventoried(
    members,
    recording: [read.site.identity(of: read.fleet.hub.name, at: Inventory.hubKey)],
  )
}
