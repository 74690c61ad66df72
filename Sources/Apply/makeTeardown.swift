import JSON
import Kubernetes
import Objects
package import Plan

/// What of a fleet is torn down.
package struct TeardownSettings: Sendable {
  /// One managed cluster, with what the hub keeps for it; nil is the whole fleet.
  package var cluster: String?
  /// Whether the volume claims of its pods go too, with everything on them.
  package var deletesVolumes: Bool

  package init(cluster: String? = nil, deletesVolumes: Bool = false) {
    self.cluster = cluster
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
    var input = TeardownInput(
      fleet: fleet,
      hub: clients.hub,
      clusters: (order + findings.leaving).map(findings.planned).filter {
        settings.cluster == nil || [settings.cluster, clients.hub].contains($0.name)
      },
      manifests: findings.manifests,
      cluster: settings.cluster,
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
