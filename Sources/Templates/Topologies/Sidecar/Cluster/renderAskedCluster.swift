import Fleet
import Objects

/// Every object on one managed cluster.
func renderAskedCluster(_ asked: AskedCluster, _ bundles: Bundles) -> [Manifest] {
  let site = asked.site
  let members =
    [site.namespace(for: asked.design.exporters)]
    + site.prometheusOperator(asked.design.operatorBundle, from: bundles) + asked.store.manifests()
    + site.nodeReader(asked.cluster, asked.design.exporters, asked.store.identity)
    + [asked.scrapeJobs, asked.rules, asked.prometheus]
    + site.disruptionBudget(of: asked.design.prometheus, .prometheus)
    + asked.cluster.destinations.manifests(at: site, for: .prometheus) + asked.wayIn
    + site.ownRules(of: asked.cluster) + site.applications(of: asked.cluster)
    + site.exporters(asked.design.exporters)
    + site.prometheusPolicies(opening: ["grpc"]) + site.exporterPolicies(asked.design.exporters)
  return site.inventoried(
    members,
    recording: [site.identity(of: asked.fleet.hub.name, at: Inventory.hubKey)],
  )
}
