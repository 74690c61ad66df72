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
    let input = TeardownInput(
      fleet: fleet,
      hub: clients.hub,
      clusters: (order + findings.leaving).map(findings.planned).filter {
        settings.cluster == nil || [settings.cluster, clients.hub].contains($0.name)
      },
      manifests: manifests,
      cluster: settings.cluster,
      deletesVolumes: settings.deletesVolumes,
      holdings: await holdings(in: findings),
    )
    let plan = try planTeardown(input, live: findings.live)
    return PlannedFleet(plan: plan, live: findings.live, clients: findings.clients, fleet: fleet)
  }

  /// What the fleet's namespaces hold, and its definitions, on every cluster that answers.
  private func holdings(in findings: Findings) async -> [ObjectReference: Holding] {
    await withTaskGroup(of: (ObjectReference, Holding).self) { group in
      for cluster in findings.live.clusters.keys {
        let place = ObjectReference(cluster: cluster, .namespace, name: namespace)
        guard let survey = survey(of: place, in: findings) else { continue }
        group.addTask { (place, await survey.holding()) }
      }
      for survey in definitionSurveys(in: findings) {
        group.addTask { (survey.definition, await survey.holding()) }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
  }

  /// One for each definition that the fleet has brought.
  private func definitionSurveys(in findings: Findings) -> [DefinitionSurvey] {
    findings.live.clusters.keys.compactMap(findings.live.snapshot).flatMap { snapshot in
      snapshot.objects.compactMap { reference, live in
        guard reference.kind == .customResourceDefinition,
          live.metadata.label(WellKnown.fleetLabel) == fleet,
          let client = findings.clients[reference.cluster]
        else { return nil }
        return DefinitionSurvey(client: client, definition: reference, live: live, fleet: fleet)
      }
    }
  }

  /// nil where there is nothing to look at, or it is nobody's business.
  private func survey(of namespace: ObjectReference, in findings: Findings) -> NamespaceSurvey? {
    guard let snapshot = findings.live.snapshot(of: namespace.cluster),
      snapshot.objects[namespace] != nil, let client = findings.clients[namespace.cluster]
    else { return nil }
    let known = Set(snapshot.objects.keys).union(manifests.map(\.reference)).filter {
      $0.kind == .prometheus && $0.cluster == namespace.cluster && $0.namespace == namespace.name
    }
    let installed = snapshot.objects.compactMap { $0.value.installedVersion(of: $0.key)?.name }
    return NamespaceSurvey(
      client: client,
      namespace: namespace,
      fleet: fleet,
      installed: Set(installed),
      prometheuses: Set(known.map(\.name)),
    )
  }
}
