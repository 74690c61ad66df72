import Fleet
import JSON
import Objects

/// A managed cluster that the hub reads from, as its templates see it.
struct ReadCluster {
  let fleet: Fleet
  let cluster: ManagedCluster
  let design: FederateCluster
  let site: Site
  var loadBalancer: LoadBalancer { design.loadBalancer }
  /// Where the hub learns the address.
  var service: ObjectReference { site.reference(.service, Part.prometheus.name) }

  /// nil for a cluster that is not read from, which no fleet with federate has.
  init?(_ cluster: ManagedCluster, of fleet: Fleet) {
    guard case .federate(let design) = cluster.design else { return nil }
    self.fleet = fleet
    self.cluster = cluster
    self.design = design
    self.site = Site(cluster, of: fleet)
  }
}

/// Every object on one managed cluster.
func renderReadCluster(_ read: ReadCluster, _ bundles: Bundles) -> [Manifest] {
  let members =
    [read.site.namespace(for: read.design.exporters)]
    + read.site.prometheusOperator(read.design.operatorBundle, from: bundles)
    + read.site.nodeReader(read.cluster, read.design.exporters)
    + [
      read.scrapeJobs, read.usageRules, read.prometheus,
      read.site.loadBalancerService(read.loadBalancer, named: read.service.name, to: "web"),
    ]
    + read.site.applications(of: read.cluster)
    + read.site.exporters(read.design.exporters)
  return read.site.inventoried(
    members,
    recording: [read.site.identity(of: read.fleet.hub.name, at: Inventory.hubKey)],
  )
}
