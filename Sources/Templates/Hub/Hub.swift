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
  return hub.site.inventoried(members, recording: fleet.clusters.map(hub.record))
}

extension HubSite {
  /// Where a cluster is and which it is, so that one that leaves the file can still be cleaned up.
  fileprivate func record(of cluster: ManagedCluster) -> Binding {
    let path = FieldPath(keys: "data", Inventory.key(of: cluster.name))
    let identity = ObjectReference(cluster: cluster.name, .namespace, name: "kube-system")
    let context = JSON.string(cluster.context).text()
    return Binding(
      path,
      [
        .text("{\"context\":\(context),\"uid\":"),
        .quoted(.handOff(HandOff(from: identity, .uid))),
        .text("}"),
      ],
    )
  }
}
