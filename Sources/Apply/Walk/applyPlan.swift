import Facts
import Graph
import JSON
import Kubernetes
package import Objects
import Plan
package import Text

/// How far and how long a plan is applied.
package struct ApplySettings: Sendable {
  /// For how long one object may take to become ready.
  package var waitTimeout: Duration
  /// How many objects may be under way at once, over all clusters.
  package var maximumParallel: Int
  /// Whether the names of Ingresses and load balancers must resolve on this machine.
  package var waitsForNames: Bool
  /// Whether objects that stay as they are, and are not ready, are waited for too.
  package var waitsForAll: Bool
  /// For how long a token is still good after its successor has been handed over: kubelets and operators take their
  /// time to bring a Secret to whoever reads it.
  package var grace = Duration.seconds(120)

  package init(
    waitTimeout: Duration,
    maximumParallel: Int,
    waitsForNames: Bool = false,
    waitsForAll: Bool = false,
  ) {
    self.waitTimeout = waitTimeout
    self.maximumParallel = maximumParallel
    self.waitsForNames = waitsForNames
    self.waitsForAll = waitsForAll
  }
}

extension PlannedFleet {
  /// Does what the plan says, as wide as its graph allows, and tells what happens.
  ///
  /// A failing object stops what depends on it and nothing else. Cancelling the task starts nothing
  /// more; whatever was done stays done, and applying again goes on from there. Secrets that are made or
  /// handed over on the way are added to `secrets` before they are sent. Where `gate` keeps a wave shut, nothing more is
  /// started either, and what is left counts as skipped.
  package func apply(
    _ settings: ApplySettings,
    hiding secrets: KnownSecrets,
    through gate: WaveGate? = nil,
    report: @escaping @Sendable (ApplyEvent) async -> Void,
  ) async -> ApplyOutcome {
    let values = LiveValues(live, clients: clients, hiding: secrets, keeping: plan.sources)
    var walk = PlanWalk(plan, awaiting: settings.waitsForAll ? unready : [])
    await withTaskGroup(of: (ObjectReference, StepEnd).self) { group in
      var underWay = 0
      var opened = 0
      while true {
        while underWay < settings.maximumParallel, !Task.isCancelled, let change = walk.next() {
          guard await gate?.admits(change, after: &opened) ?? true else {
            walk.stop()
            break
          }
          underWay += 1
          group.addTask {
            (change.reference, await run(change, values: values, settings, report: report))
          }
        }
        guard let (reference, end) = await group.next() else { break }
        underWay -= 1
        for event in walk.end(reference, end) { await report(event) }
      }
    }
    var outcome = walk.outcome(isInterrupted: Task.isCancelled)
    outcome.hosts = hosts(in: values)
    return outcome
  }

  /// Of the Routes that stay, those that a router has admitted.
  private func hosts(in values: LiveValues) -> [ObjectReference: String] {
    let routes = plan.changes.filter { $0.reference.kind == .route && $0.desired != nil }
    return routes.reduce(into: [:]) { hosts, route in
      hosts[route.reference] = values[route.reference].flatMap(HandOff.Field.admittedHost.value)
    }
  }

  private func run(
    _ change: Change,
    values: LiveValues,
    _ settings: ApplySettings,
    report: @escaping @Sendable (ApplyEvent) async -> Void,
  ) async -> StepEnd {
    guard let client = clients[change.reference.cluster] else {
      return .failed(.noClient(cluster: change.reference.cluster))
    }
    if change.action != .none { await report(.started(change.reference, change.action)) }
    let step = ApplyStep(
      change: change,
      client: client,
      values: values,
      fleet: fleet,
      waitTimeout: settings.waitTimeout,
      waitsForNames: settings.waitsForNames,
      grace: settings.grace,
      atOnce: clients.atOnce(on: change.reference.cluster),
      report: report,
    )
    var isDone = false
    do throws(ApplyError) {
      try await step.carryOut()
      isDone = true
      try await step.settle()
      return .complete
    } catch {
      if isDone { return .unready(Task.isCancelled ? .interrupted : error) }
      // A deletion is told even where it was a signal that kept the new object from being made.
      if case .deletedOnly = error { return .failed(error) }
      return .failed(Task.isCancelled ? .interrupted : error)
    }
  }
}

extension PlannedFleet {
  /// Objects that are to stay as they are, are there, and do not do what they are for.
  package var unready: Set<ObjectReference> {
    Set(plan.changes.lazy.filter { $0.unreadiness != nil }.map(\.reference))
  }
}

extension PlannedFleet {
  /// Applies the hub's namespace ahead of the walk, for the fleet's lease to live in; one that somebody has
  /// deleted must have gone before.
  ///
  /// - Returns: whether there is a namespace now.
  package func applyHubNamespace(
    named name: String,
    within timeout: Duration,
  ) async throws(ApplyError) -> Bool {
    let reference = ObjectReference(cluster: clients.hub, .namespace, name: name)
    guard let change = plan[reference], change.action == .create,
      let body = change.desired?.body, let client = clients[clients.hub]
    else { return live[reference] != nil }
    if let old = change.live { try await client.waitForEnd(of: old, reference, within: timeout) }
    do throws(KubernetesError) {
      _ = try await client.apply(body, as: reference)
    } catch {
      throw .kubernetes(error)
    }
    return true
  }
}

extension KubernetesClient {
  /// Waits until an object that is being deleted has gone, or another has taken its place.
  fileprivate func waitForEnd(
    of live: JSON,
    _ object: ObjectReference,
    within timeout: Duration,
  ) async throws(ApplyError) {
    let uid = live.metadata.uid
    do throws(WaitError) {
      _ = try await wait(for: object, timeout: timeout) { now in
        guard let now, now.metadata.uid == uid else { return .ready }
        return .waiting(.lingering(Linger(of: now)))
      }
    } catch {
      throw .wait(error)
    }
  }
}
