import Fleet
import Objects

/// Every object on one managed cluster.
func renderReadCluster(_ read: ReadCluster, _ bundles: Bundles) -> [Manifest] {
  let members =
    [read.site.namespace(for: read.design.exporters)]
    + read.site.prometheusOperator(read.design.operatorBundle, from: bundles)
    + read.site.nodeReader(read.cluster, read.design.exporters)
    + read.site.certificate(Part.prometheus.name, of: .prometheus, for: read.loadBalancer)
    + [
      read.scrapeJobs, read.usageRules, read.prometheus,
      read.site.loadBalancerService(read.loadBalancer, named: read.service.name, to: "web"),
    ]
    + read.cluster.destinations.manifests(at: read.site, for: .prometheus)
    + read.site.ownRules(of: read.cluster) + read.site.applications(of: read.cluster)
    + read.site.exporters(read.design.exporters)
    + read.site.prometheusPolicies(opening: ["web"])
    + read.site.exporterPolicies(read.design.exporters)
  return read.site.inventoried(
    members,
    recording: [read.site.identity(of: read.fleet.hub.name, at: Inventory.hubKey)],
  )
}
