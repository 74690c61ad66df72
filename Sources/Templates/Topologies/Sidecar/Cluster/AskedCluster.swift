import Fleet
import JSON
import Objects

/// A managed cluster whose sidecar uploads and is asked, as its templates see it.
struct AskedCluster {
  let fleet: Fleet
  let cluster: ManagedCluster
  let design: SidecarCluster
  let site: Site
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

/// Every object on one managed cluster.
func renderAskedCluster(_ asked: AskedCluster, _ bundles: Bundles) -> [Manifest] {
  let site = asked.site
  let members =
    [site.namespace(for: asked.design.exporters)]
    + site.prometheusOperator(asked.design.operatorBundle, from: bundles) + asked.store.manifests()
    + site.nodeReader(asked.cluster, asked.design.exporters, asked.store.identity)
    + [asked.scrapeJobs, asked.rules, asked.prometheus] + asked.wayIn
    + site.applications(of: asked.cluster)
    + site.exporters(asked.design.exporters)
  return site.inventoried(
    members,
    recording: [site.identity(of: asked.fleet.hub.name, at: Inventory.hubKey)],
  )
}
