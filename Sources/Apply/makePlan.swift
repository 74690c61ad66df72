import Objects
package import Plan

extension FleetLook {
  /// Looks at the clusters, asks them what a look does not tell, and decides.
  package func makePlan(
    through clients: FleetClients,
    order: [String],
    settings: PlanSettings,
  ) async throws(DependencyCycle) -> PlannedFleet {
    var findings = await look(
      through: clients,
      settings.selection,
      rotating: settings.rotation,
    )
    let wanted = findings.live.needed(findings.manifests).map {
      $0.recording(findings, hub: clients.hub).keepingKinds(of: findings.live)
        .claiming(findings.live, fleet: fleet)
    }
    findings.live = await findings.addingClaims(of: wanted)
    findings.live = await findings.addingSupplies(of: wanted)
    findings.live = await addingNeighbours(
      to: findings,
      of: wanted,
      always: settings.removesLeftovers,
    )
    let manifests = findings.live.fitStorage(of: wanted)
    findings.live = await PlanInquiry(live: findings.live, clients: findings.clients)
      .recallingOwners(of: manifests)
    let judged = await PlanInquiry(live: findings.live, clients: findings.clients)
      .judge(manifests)
    var input = PlanInput(
      fleet: fleet,
      hub: clients.hub,
      clusters: (order + findings.leaving).map(findings.planned),
      manifests: manifests,
      settings: settings,
    )
    input.formerNames = findings.formerNames
    let asked = Set(manifests.map(\.reference))
    input.holdings = await holdings(in: findings) { object in
      object.kind == .namespace && !asked.contains(object)
        || object.kind == .customResourceDefinition && findings.leaving.contains(object.cluster)
    }
    input.brought = await broughtDefinitions(in: findings, on: findings.leaving.contains)
    input.holdings.merge(await holdings(of: input.brought, in: findings)) { $1 }
    let plan = try planChanges(
      input,
      desired: judged.desired,
      live: findings.live,
      answers: judged.answers,
    )
    return PlannedFleet(plan: plan, live: findings.live, clients: findings.clients, fleet: fleet)
  }
}

/// A plan with what it was made from, which applying it needs.
package struct PlannedFleet: Sendable {
  /// What would be done.
  package let plan: ChangePlan
  /// What it was decided from.
  package let live: LiveState
  /// The ways to the clusters of the plan, those of leaving ones included.
  package let clients: FleetClients
  let fleet: String

  /// The part of it that was chosen.
  package func narrowed(to selection: Selection) -> PlannedFleet {
    PlannedFleet(plan: plan.narrowed(to: selection), live: live, clients: clients, fleet: fleet)
  }

  /// The same, in which clusters are changed wave by wave.
  package func staged(_ rollout: Rollout) throws(DependencyCycle) -> PlannedFleet {
    PlannedFleet(plan: try plan.staged(rollout), live: live, clients: clients, fleet: fleet)
  }

  /// The same, on ways on which nothing is changed once `mayWrite` says no.
  package func fenced(_ mayWrite: @escaping @Sendable () -> Bool) -> PlannedFleet {
    PlannedFleet(plan: plan, live: live, clients: clients.fenced(mayWrite), fleet: fleet)
  }
}

extension Findings {
  /// A cluster as the plan's header names it.
  func planned(_ cluster: String) -> PlannedCluster {
    let condition: PlannedCluster.Condition =
      switch live.clusters[cluster] {
      case .reached(let snapshot): .reached(snapshot.identity)
      case .unknown(let reason): .unknown(reason)
      case nil: .unknown(.notLookedAt)
      }
    return PlannedCluster(
      name: cluster,
      context: clients.context(of: cluster),
      condition: condition,
      isLeaving: leaving.contains(cluster),
      formerName: formerNames[cluster],
    )
  }

  /// What is recorded of clusters to which no context leads now, and stays so.
  ///
  /// Some of them left the fleet file: forgotten, nobody would clean them up. One whose context has gone from
  /// the kubeconfig too is among them until somebody says to forget it. A cluster with another name now is
  /// recorded under that.
  var unconfirmed: [ClusterRecord] {
    records.filter { live.clusters[$0.name] != nil && live.snapshot(of: $0.name) == nil }
  }
}
