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
    let attribution = Self.attribution(design, fleet)
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
      attribution: attribution,
      collected: Dictionary(
        fleet.clusters.compactMap { $0.isMeasured ? ($0.name, PlatformSeries.cpu.name) : nil }
      ) { $1 },
      takingIn: [.receive] + (design.receive.router == nil ? [] : [.receiveRouter]),
      charts: ReceiveCharts.all(attribution),
      arrival: Arrival.receive(fleet.pulse, attribution),
    )
  }

  /// By the tenant, where it tells what the label does.
  static func attribution(_ design: ReceiveHub, _ fleet: Fleet) -> Attribution {
    guard design.receive.tenancy == .cluster, fleet.labelsAreNames else { return .label }
    let tenants = tenants(of: fleet)
    return .tenant(before: tenants.before, after: tenants.after)
  }

  /// The tenant is the account that a cluster writes as.
  static func tenants(of fleet: Fleet) -> TenantNames {
    TenantNames(
      label: Attribution.tenantLabel,
      before: "system:serviceaccount:\(fleet.namespace):",
      after: identitySuffix,
    )
  }
}
