import Fleet
import JSON
import Manifest

/// The hub of a fleet with receive, as its templates see it.
struct HubSite {
  let fleet: Fleet
  let design: ReceiveHub
  let site: Site
  var hub: Hub { fleet.hub }
  var namespace: String { fleet.namespace }

  init(_ design: ReceiveHub, of fleet: Fleet) {
    self.fleet = fleet
    self.design = design
    self.site = Site(fleet.hub.name, of: fleet)
  }
}

/// Every object of a fleet with receive.
func renderReceive(_ design: ReceiveHub, of fleet: Fleet) -> [Manifest] {
  let hub = HubSite(design, of: fleet)
  return renderHub(hub) + fleet.clusters.flatMap { renderManagedCluster($0, writingTo: hub) }
}

/// Every object on the hub.
private func renderHub(_ hub: HubSite) -> [Manifest] {
  let fleet = hub.fleet
  let members =
    [hub.site.manifest(.namespace, fleet.namespace, of: .fleet), hub.site.closedByDefault()]
    + hub.objectStore() + hub.storeGateway() + hub.receive() + hub.compactor()
    + hub.querier() + hub.grafana()
    + [hub.remoteWriteRole()] + fleet.clusters.flatMap(hub.identity)
  return hub.site.inventoried(members, recording: fleet.clusters.map(hub.site.record))
}
