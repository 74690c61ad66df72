import Fleet
import Objects

/// Every object of a fleet with collectors.
func renderCollector(_ design: CollectorHub, of fleet: Fleet) -> [Manifest] {
  let hub = CollectorSite(design, of: fleet)
  let clusters = fleet.clusters.compactMap { CollectedCluster($0, writingTo: hub) }
  return renderHub(hub, clusters) + clusters.flatMapOnAllCores(renderCollectedCluster)
}

private func renderHub(_ hub: CollectorSite, _ clusters: [CollectedCluster]) -> [Manifest] {
  let fleet = hub.fleet
  let authorities = clusters.compactMap(\.authority)
  let members =
    hub.site.closedNamespace()
    + hub.thanos.manifests() + hub.receive(trusting: authorities)
    + hub.site.routeCertificate() + clusters.flatMap(hub.authority)
  return hub.site.inventoried(members, recording: fleet.remoteClusters.map(hub.site.record))
}
