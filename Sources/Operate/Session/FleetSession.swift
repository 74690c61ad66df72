package import Apply
package import Fleet
import Kubernetes
import ObjectStore
import Objects
package import Plan
package import Text

/// Everything that a run needs to talk about one fleet's clusters, put together once.
package struct FleetSession: Sendable {
  /// What the fleet file says, with everything filled in.
  package let fleet: Fleet
  /// What is read from the clusters, and for what.
  package let look: FleetLook
  /// The ways to the clusters of the fleet file.
  package let clients: FleetClients
  /// nil for a fleet that keeps nothing in a bucket.
  package let bucket: BucketAccess?
  /// What must not be shown, as far as the run knows by now.
  package let secrets: KnownSecrets
  /// How long the lock on the hub lasts, and how often it is renewed.
  package var leaseTimes = LeaseTimes()

  /// The clusters in the order of the fleet file, the hub first; one that is the hub is none beside it.
  package var order: [String] { [fleet.hub.name] + fleet.remoteClusters.map(\.name) }

  /// The lock on the hub; nil where the kubeconfig does not lead there.
  var lease: FleetLease? {
    guard let client = clients[clients.hub] else { return nil }
    let holder = Holder.current
    return FleetLease(
      client,
      hub: clients.hub,
      fleet: fleet.name,
      namespace: fleet.namespace,
      holder: holder.description,
      times: leaseTimes,
      knowsEnded: holder.knowsEnded,
    )
  }

  /// - Throws: where the fleet file has no cluster of that name, the hub among them.
  package func require(_ cluster: String) throws(SessionProblem) { try fleet.require(cluster) }

  /// - Throws: where the fleet file has no managed cluster of that name.
  package func requireManaged(_ cluster: String) throws(SessionProblem) {
    let names = fleet.clusters.map(\.name)
    guard names.contains(cluster) else {
      throw .unknownManagedCluster(cluster, known: names)
    }
  }

  /// Looks at the clusters and the bucket at once, and decides; nothing is changed.
  package func plan(_ settings: PlanSettings) async throws -> PlannedRun {
    async let bucketPlan = bucket?.plan()
    let planned = try await look.makePlan(through: clients, order: order, settings: settings)
    secrets.insert(planned.live.secrets)
    try planned.plan.check(settings.selection, of: fleet)
    return PlannedRun(
      purpose: .apply,
      clusters: planned.narrowed(to: settings.selection),
      bucket: await bucketPlan.flatMap { plan in bucket.map { PlannedBucket($0.bucket, plan) } },
      usageCosts: fleet.usageCosts,
    )
  }

  /// The clusters alone: what becomes of the bucket is asked for apart.
  package func teardown(_ settings: TeardownSettings) async throws -> PlannedRun {
    let planned = try await look.makeTeardown(through: clients, order: order, settings: settings)
    secrets.insert(planned.live.secrets)
    return PlannedRun(purpose: .teardown, clusters: planned, bucket: nil)
  }

  /// What of the fleet is there and ready; nothing is changed.
  ///
  /// All clusters are looked at, whichever are told: two that are one, or another in one's place, are seen by all alone.
  ///
  /// - `chosen`: the clusters that are told; none are all.
  package func status(of chosen: [String] = []) async -> StatusReport {
    var findings = await look.look(through: clients)
    secrets.insert(findings.live.secrets)
    // What somebody else has made for the whole cluster is theirs to keep ready.
    let wanted = findings.live.needed(findings.manifests).filter {
      !findings.live.isLeftToOthers($0)
    }
    let claims = await findings.awaitedClaims(of: wanted)
    return StatusReport(
      fleet: fleet.name,
      order: order,
      status: FleetStatus(
        wanted.map(\.reference) + claims,
        in: findings.live,
        of: chosen.map(fleet.place),
      ),
    )
  }
}

extension ChangePlan {
  /// Whether everything that was chosen is there to be chosen, and can be done without the rest.
  fileprivate func check(_ selection: Selection, of fleet: Fleet) throws(SessionProblem) {
    let known = clusters.map(\.name) + [fleet.hubsCluster?.name].compactMap(\.self)
    if let unknown = selection.clusters.first(where: { !known.contains($0) }) {
      throw .unknownCluster(unknown, known: known)
    }
    let renamed = clusters.first { $0.formerName != nil && !selection.clusters.contains($0.name) }
    if !selection.isWhole, let renamed, let former = renamed.formerName {
      throw .renamedBeside(from: former, to: renamed.name)
    }
    if let unknown = selection.objects.first(where: { !knows($0) }) {
      throw .unknownObject(unknown.description)
    }
  }
}
