import Fleet
import JSON
import Objects

/// The hub of a fleet with receive, as its templates see it.
struct HubSite {
  let fleet: Fleet
  let design: ReceiveHub
  let site: Site
  let thanos: ThanosSite
  let bundles: Bundles
  var hub: Hub { fleet.hub }
  var namespace: String { fleet.namespace }

  init(_ design: ReceiveHub, of fleet: Fleet, _ bundles: Bundles) {
    self.bundles = bundles
    self.fleet = fleet
    self.design = design
    self.site = Site(fleet.hub, of: fleet)
    self.thanos = ThanosSite(
      fleet: fleet,
      design: design.thanos,
      site: site,
      clusters: fleet.clusters,
      endpoints: [.pods(of: ThanosSite.receivePods, in: fleet.namespace)],
      // The platform's Prometheus pair, our collectors, and receive's pods.
      replicaLabels: [
        "prometheus_replica", "collector_replica", ThanosSite.copyLabel, "ruler_replica",
      ],
      copyLabels: design.deduplicates ? [ThanosSite.copyLabel] : [],
      charts: Self.charts,
    )
  }
}

/// Every object of a fleet with receive.
func renderReceive(_ design: ReceiveHub, of fleet: Fleet, _ bundles: Bundles) -> [Manifest] {
  let hub = HubSite(design, of: fleet, bundles)
  return renderHub(hub)
    + fleet.clusters.compactMap { ManagedSite($0, writingTo: hub) }
    .flatMap(renderManagedCluster)
}

/// Every object on the hub.
private func renderHub(_ hub: HubSite) -> [Manifest] {
  let fleet = hub.fleet
  let members =
    [hub.site.manifest(.namespace, fleet.namespace, of: .fleet), hub.site.closedByDefault()]
    + hub.thanos.manifests() + hub.receive() + hub.router() + hub.wayIn()
    + [hub.remoteWriteRole()]
    + fleet.clusters.flatMap(hub.identity)
  return hub.site.inventoried(members, recording: fleet.clusters.map(hub.site.record))
}
