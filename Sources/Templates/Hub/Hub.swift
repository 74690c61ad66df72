import Fleet
import JSON
import Manifest

/// The hub as its templates see it.
struct HubSite {
  let fleet: Fleet
  let site: Site
  var hub: Hub { fleet.hub }
  var namespace: String { fleet.namespace }

  init(_ fleet: Fleet) {
    self.fleet = fleet
    self.site = Site(fleet.hub.name, of: fleet)
  }
}

/// Every object on the hub.
func renderHub(_ fleet: Fleet) -> [Manifest] {
  let hub = HubSite(fleet)
  let members =
    [hub.site.manifest(.namespace, fleet.namespace, of: .fleet), hub.site.closedByDefault()]
    + hub.objectStore() + hub.storeGateway() + hub.receive() + hub.compactor()
    + hub.querier() + hub.grafana()
    + [hub.remoteWriteRole()] + fleet.clusters.flatMap(hub.identity)
  return hub.site.inventoried(members, data: ["clusters": .string(hub.clusterList.text())])
}

extension HubSite {
  /// What the fleet holds, so that a cluster that leaves the file can still be found and cleaned.
  fileprivate var clusterList: JSON {
    .array(fleet.clusters.map { ["name": .string($0.name), "context": .string($0.context)] })
  }
}
