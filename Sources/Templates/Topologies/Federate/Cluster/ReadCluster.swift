import Fleet
import JSON
import Objects

/// A managed cluster that the hub reads from, as its templates see it.
struct ReadCluster {
  let fleet: Fleet
  let cluster: ManagedCluster
  /// What the fleet file says of it, defaults filled in.
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
