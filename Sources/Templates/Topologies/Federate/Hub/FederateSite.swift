import Fleet
import JSON
import Objects

/// The hub of a fleet with federate, as its templates see it.
struct FederateSite {
  let fleet: Fleet
  let design: FederateHub
  let clusters: [ReadCluster]
  let site: Site

  init(_ design: FederateHub, of fleet: Fleet) {
    self.fleet = fleet
    self.design = design
    self.clusters = fleet.clusters.compactMap { ReadCluster($0, of: fleet) }
    self.site = Site(fleet.hub, of: fleet)
  }
}

/// Every object of a fleet with federate.
func renderFederate(_ design: FederateHub, of fleet: Fleet, _ bundles: Bundles) -> [Manifest] {
  let hub = FederateSite(design, of: fleet)
  return renderHub(hub, bundles) + hub.clusters.flatMap { renderReadCluster($0, bundles) }
}

private func renderHub(_ hub: FederateSite, _ bundles: Bundles) -> [Manifest] {
  let fleet = hub.fleet
  let members =
    [hub.site.manifest(.namespace, fleet.namespace, of: .fleet), hub.site.closedByDefault()]
    + hub.site.prometheusOperator(hub.design.operatorBundle, from: bundles)
    + hub.clusters.compactMap(hub.authority) + hub.clusters.map(hub.federateJob) + [hub.alerts]
    + hub.prometheus() + hub.grafana()
  return hub.site.inventoried(members, recording: fleet.clusters.map(hub.site.record))
}
