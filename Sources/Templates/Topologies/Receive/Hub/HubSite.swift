import Fleet
import JSON
import Objects

/// The hub of a fleet with receive, as its templates see it.
struct HubSite {
  let fleet: Fleet
  /// What the fleet file says of it, defaults filled in.
  let design: ReceiveHub
  let site: Site
  let thanos: ThanosSite
  /// Handed on to the managed clusters.
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
      charts: ReceiveCharts.all,
    )
  }
}
