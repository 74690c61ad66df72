import JSON
import Kubernetes
import Objects
package import Plan

/// What of a fleet is torn down.
package struct TeardownSettings: Sendable {
  /// Managed clusters, with what the hub keeps for them; nil is the whole fleet, hub and all.
  package var clusters: [String]?
  /// Whether the volume claims of its pods go too, with everything on them.
  package var deletesVolumes: Bool

  package init(clusters: [String]? = nil, deletesVolumes: Bool = false) {
    self.clusters = clusters
    self.deletesVolumes = deletesVolumes
  }
}

extension FleetLook {
  /// Looks at the clusters, and decides what goes and what stays.
  package func makeTeardown(
    through clients: FleetClients,
    order: [String],
    settings: TeardownSettings,
  ) async throws(DependencyCycle) -> PlannedFleet {
    let findings = await look(through: clients)
    let leaving = settings.clusters.map(Set.init)
    var input = TeardownInput(
      fleet: fleet,
      hub: clients.hub,
      clusters: (order + findings.leaving).map(findings.planned).filter {
        leaving?.union([clients.hub]).contains($0.name) ?? true
      },
      manifests: findings.manifests,
      leaving: leaving,
      deletesVolumes: settings.deletesVolumes,
      holdings: await holdings(in: findings) { _ in true },
    )
    input.formerNames = findings.formerNames
    input.brought = await broughtDefinitions(in: findings) { _ in true }
    input.holdings.merge(await holdings(of: input.brought, in: findings)) { $1 }
    let plan = try planTeardown(input, live: findings.live)
    return PlannedFleet(plan: plan, live: findings.live, clients: findings.clients, fleet: fleet)
  }
}
