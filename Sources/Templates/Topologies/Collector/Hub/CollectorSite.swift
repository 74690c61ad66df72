import Fleet
import JSON
import Objects

/// The hub of a fleet with collectors, as its templates see it.
struct CollectorSite {
  let fleet: Fleet
  /// What the fleet file says of it, defaults filled in.
  let design: CollectorHub
  let site: Site
  let thanos: ThanosSite

  var namespace: String { fleet.namespace }

  init(_ design: CollectorHub, of fleet: Fleet) {
    self.fleet = fleet
    self.design = design
    self.site = Site(fleet.hub, of: fleet)
    self.thanos = ThanosSite(
      fleet: fleet,
      design: design.thanos,
      site: site,
      clusters: fleet.clusters.filter(\.writesToHub),
      endpoints: [.pods(of: ThanosSite.receivePods, in: fleet.namespace)],
      // Of the platform's Prometheus pair, the collector leaves out which of the two it asked.
      replicaLabels: [ThanosSite.copyLabel, "ruler_replica"],
      collected: Dictionary(fleet.clusters.map { ($0.name, PlatformSeries.cpu.name) }) { $1 },
      takingIn: [.receive],
      charts: CollectorCharts.all(fleet.pulse),
      arrival: Arrival.collector(fleet.pulse),
    )
  }
}
