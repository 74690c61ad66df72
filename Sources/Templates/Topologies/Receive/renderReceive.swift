import Fleet
import Objects

/// Every object of a fleet with receive.
func renderReceive(_ design: ReceiveHub, of fleet: Fleet, _ bundles: Bundles) -> [Manifest] {
  let hub = HubSite(design, of: fleet, bundles)
  return renderHub(hub)
    + fleet.clusters.compactMap { ManagedSite($0, writingTo: hub) }
    .flatMapOnAllCores(renderManagedCluster)
}

/// Every object on the hub.
private func renderHub(_ hub: HubSite) -> [Manifest] {
  let fleet = hub.fleet
  let members =
    hub.site.closedNamespace()
    + hub.thanos.manifests() + hub.receive() + hub.router() + hub.wayIn()
    + hub.site.routeCertificate() + [hub.remoteWriteRole()]
    + fleet.clusters.flatMap(hub.identity)
  return hub.site.inventoried(members, recording: fleet.remoteClusters.map(hub.site.record))
}
