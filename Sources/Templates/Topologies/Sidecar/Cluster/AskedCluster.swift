import Fleet
import JSON
import Objects

/// A managed cluster whose sidecar uploads and is asked, as its templates see it.
struct AskedCluster {
  let fleet: Fleet
  let cluster: ManagedCluster
  let design: SidecarCluster
  let site: Site
  /// The fleet's bucket, with this cluster's role where it has one.
  let store: ObjectStore

  /// nil for a cluster without a sidecar, which no fleet with sidecars has.
  init?(_ cluster: ManagedCluster, uploadingTo bucket: Bucket, of fleet: Fleet) {
    guard case .sidecar(let design) = cluster.design else { return nil }
    var bucket = bucket
    if let role = design.role { bucket.credentials = .iamRole(role) }
    self.fleet = fleet
    self.cluster = cluster
    self.design = design
    self.site = Site(cluster, of: fleet)
    self.store = ObjectStore(bucket: bucket, site: site)
  }
}
