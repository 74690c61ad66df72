import Fleet
import Objects

/// Every object of a fleet with sidecars.
func renderSidecar(_ design: ThanosHub, of fleet: Fleet, _ bundles: Bundles) -> [Manifest] {
  let clusters = fleet.clusters.compactMap {
    AskedCluster($0, uploadingTo: design.bucket, of: fleet)
  }
  let site = Site(fleet.hub, of: fleet)
  let thanos = ThanosSite(
    fleet: fleet,
    design: design,
    site: site,
    clusters: fleet.clusters,
    endpoints: clusters.map(\.endpoint),
    replicaLabels: [AskedCluster.replicaLabel],
    collected: Dictionary(fleet.clusters.map { ($0.name, UsageRules.cpu.name) }) { $1 },
    charts: SidecarCharts.all(for: clusters.map(\.design.exporters)),
    arrival: Arrival.sidecar(fleet.pulse),
  )
  let members =
    site.closedNamespace()
    + thanos.manifests() + clusters.compactMap { $0.authority(on: site) }
  return site.inventoried(members, recording: fleet.remoteClusters.map(site.record))
    + clusters.flatMap { renderAskedCluster($0, bundles) }
}
