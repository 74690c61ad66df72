import Fleet
import Objects

/// Every object of a fleet with federate.
func renderFederate(_ design: FederateHub, of fleet: Fleet, _ bundles: Bundles) -> [Manifest] {
  let hub = FederateSite(design, of: fleet)
  return renderHub(hub, bundles)
    + hub.clusters.flatMapOnAllCores { renderReadCluster($0, bundles) }
}

private func renderHub(_ hub: FederateSite, _ bundles: Bundles) -> [Manifest] {
  let fleet = hub.fleet
  let members =
    hub.site.closedNamespace()
    + hub.site.prometheusOperator(hub.design.operatorBundle, from: bundles)
    + hub.clusters.compactMap(hub.authority) + hub.clusters.map(hub.federateJob) + [hub.alerts]
    + hub.site.ownRules(hub.design.rules, of: .hubPrometheus) + hub.prometheus() + hub.alerting()
    + hub.grafana()
  return hub.site.inventoried(members, recording: fleet.remoteClusters.map(hub.site.record))
}
