import JSON
import Objects
import Plan

extension FleetLook {
  /// What the fleet's namespaces hold, and its definitions, on every cluster that answers.
  ///
  /// They are found by the fleet's label, so that those of an earlier fleet of the same name, or of another
  /// namespace in the file, are among them. `matters` chooses, for each survey asks for all kinds.
  func holdings(
    in findings: Findings,
    where matters: (ObjectReference) -> Bool,
  ) async -> [ObjectReference: Holding] {
    let owned = findings.live.clusters.keys.compactMap(findings.live.snapshot)
      .flatMap(\.objects)
      .filter { $0.value.metadata.label(WellKnown.fleetLabel) == fleet && matters($0.key) }
    return await withTaskGroup(of: (ObjectReference, Holding).self) { group in
      for (object, live) in owned {
        if let survey = survey(of: object, in: findings) {
          group.addTask { (object, await survey.holding()) }
        }
        if let survey = survey(ofDefinition: object, live, in: findings) {
          group.addTask { (object, await survey.holding()) }
        }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
  }

  /// What there is of the kinds that OLM has defined for the fleet, and whose operators need them.
  func holdings(
    of brought: [ObjectReference: BroughtDefinition],
    in findings: Findings,
  ) async -> [ObjectReference: Holding] {
    await withTaskGroup(of: (ObjectReference, Holding).self) { group in
      for (definition, brought) in brought {
        guard var survey = survey(ofDefinition: definition, brought.live, in: findings) else {
          continue
        }
        survey.installed = installed(on: definition.cluster, in: findings)
        group.addTask { [survey] in (definition, await survey.holding()) }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
  }

  /// The names of the ClusterServiceVersions that the fleet's Subscriptions have installed.
  private func installed(on cluster: String, in findings: Findings) -> Set<String> {
    let objects = findings.live.snapshot(of: cluster)?.objects ?? [:]
    return Set(objects.compactMap { $0.value.installedVersion(of: $0.key)?.name })
  }

  /// nil for what is no definition.
  private func survey(
    ofDefinition definition: ObjectReference,
    _ live: JSON,
    in findings: Findings,
  ) -> DefinitionSurvey? {
    guard definition.kind == .customResourceDefinition,
      let client = findings.clients[definition.cluster]
    else { return nil }
    return DefinitionSurvey(client: client, definition: definition, live: live, fleet: fleet)
  }

  /// nil for what is no namespace.
  private func survey(of namespace: ObjectReference, in findings: Findings) -> NamespaceSurvey? {
    guard namespace.kind == .namespace, let client = findings.clients[namespace.cluster],
      let snapshot = findings.live.snapshot(of: namespace.cluster)
    else { return nil }
    // A Prometheus has the same name on all clusters, and may have gone before its claims.
    let known = (snapshot.objects.keys + manifests.map(\.reference)).filter {
      $0.kind == .prometheus || $0.kind == .monitoringStack
    }
    return NamespaceSurvey(
      client: client,
      namespace: namespace,
      fleet: fleet,
      installed: installed(on: namespace.cluster, in: findings),
      prometheuses: Set(known.map(\.name)),
    )
  }
}
