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
    let rendered = prometheuses(among: manifests.map(\.reference))
    let surveyed = owned.map(\.key).filter {
      $0.kind == .namespace || $0.kind == .customResourceDefinition
    }
    return await holdings(of: surveyed, findings) { object in
      if let survey = survey(of: object, in: findings, rendered) { return await survey.holding() }
      guard let live = findings.live[object] else { return nil }
      return await survey(ofDefinition: object, live, in: findings)?.holding()
    }
  }

  /// What there is of the kinds that OLM has defined for the fleet, and whose operators need them.
  func holdings(
    of brought: [ObjectReference: BroughtDefinition],
    in findings: Findings,
  ) async -> [ObjectReference: Holding] {
    await holdings(of: brought.keys, findings) { definition in
      guard let live = brought[definition]?.live,
        var survey = survey(ofDefinition: definition, live, in: findings)
      else { return nil }
      survey.installed = installed(on: definition.cluster, in: findings)
      return await survey.holding()
    }
  }

  /// What comes of asking about objects, as many at once as clusters are looked at.
  private func holdings(
    of objects: some Sequence<ObjectReference>,
    _ findings: Findings,
    _ ask: @escaping @Sendable (ObjectReference) async -> Holding?,
  ) async -> [ObjectReference: Holding] {
    var holdings: [ObjectReference: Holding] = [:]
    await inTurn(objects, atOnce: findings.clients.maximumParallel) {
      ($0, await ask($0))
    } then: {
      holdings[$0.0] = $0.1
    }
    return holdings
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
  private func survey(
    of namespace: ObjectReference,
    in findings: Findings,
    _ rendered: Set<String>,
  ) -> NamespaceSurvey? {
    guard namespace.kind == .namespace, let client = findings.clients[namespace.cluster],
      let snapshot = findings.live.snapshot(of: namespace.cluster)
    else { return nil }
    // A Prometheus has the same name on all clusters, and may have gone before its claims.
    let live = prometheuses(among: snapshot.objects.keys)
    return NamespaceSurvey(
      client: client,
      namespace: namespace,
      fleet: fleet,
      atOnce: findings.clients.atOnce(on: namespace.cluster),
      installed: installed(on: namespace.cluster, in: findings),
      prometheuses: live.union(rendered),
    )
  }

  private func prometheuses(among objects: some Sequence<ObjectReference>) -> Set<String> {
    Set(objects.filter { $0.kind == .prometheus || $0.kind == .monitoringStack }.map(\.name))
  }
}
