import Apply
import ArgumentParser
import Fleet
import ObjectStore
import Plan

/// One run that changes clusters: plans, asks, and carries the plan out under the fleet's lease, with
/// what happens told as it happens.
struct Application: Sendable {
  let session: FleetSession
  let console: Console
  let settings: ApplySettings
  let approval: Approval
  let purpose: PlanText.Purpose
  /// Looks at the clusters and the bucket and decides.
  let plan: @Sendable () async throws -> PlannedRun

  /// The bucket is not as it must be, which the plan has told.
  struct BucketNotReady: Error {}

  func run() async throws -> Ending {
    let lease = session.lease
    let before = try? await lease?.mark()
    let planned = try await present()
    guard planned.hasChanges else { return planned.isIncomplete ? .incomplete : .complete }
    try approval.ask()
    guard let taken = try await take(lease, for: planned.clusters) else {
      return try await carryOut(planned, under: nil)
    }
    do {
      let current = taken.mark == before ? planned : try await presentAgain(instead: planned)
      let ending = try await carryOut(current, under: taken.lease)
      await giveBack(taken.lease, after: ending)
      return ending
    } catch {
      await taken.lease.release()
      throw error
    }
  }

  /// Plans, and shows the plan.
  private func present() async throws -> PlannedRun {
    let planned = try await plan()
    console.result(text(of: planned))
    return try ready(planned)
  }

  /// Somebody has worked on the fleet since the plan was made, so it may say what is true no more.
  private func presentAgain(instead old: PlannedRun) async throws -> PlannedRun {
    let planned = try await plan()
    guard text(of: planned) != text(of: old) else { return planned }
    console.warn("another run has changed the fleet since this plan was made; it is now:")
    console.result(text(of: planned))
    if planned.hasChanges { try approval.ask() }
    return try ready(planned)
  }

  /// Nothing goes into a cluster while the bucket that it needs is not there.
  private func ready(_ planned: PlannedRun) throws -> PlannedRun {
    if planned.bucket?.isRefused == true { throw BucketNotReady() }
    return planned
  }

  private func text(of planned: PlannedRun) -> String {
    let bucket = session.bucketText(of: planned, style: console.style)
    let clusters = PlanText(
      plan: planned.clusters.plan,
      secrets: planned.clusters.live.secretTexts,
      style: console.style,
      purpose: purpose,
    )
    return bucket + clusters.text
  }

  private func carryOut(_ planned: PlannedRun, under lease: FleetLease?) async throws -> Ending {
    if let bucket = planned.bucket {
      try await session.bucket?.carryOut(bucket) { console.note($0) }
    }
    let clusters = planned.clusters
    guard clusters.plan.hasChanges else { return planned.isIncomplete ? .incomplete : .complete }
    let view = ApplyView(
      plan: clusters.plan,
      secrets: clusters.live.secretTexts,
      console: console,
      purpose: purpose,
    )
    let outcome = await walk(clusters, under: lease, view)
    view.summarize(outcome)
    if outcome.isInterrupted { return .interrupted }
    return outcome.isComplete && !planned.isIncomplete ? .complete : .incomplete
  }

  /// Walks the plan while the lease is kept; losing it, or a signal, stops what has not started.
  private func walk(
    _ planned: PlannedFleet,
    under lease: FleetLease?,
    _ view: ApplyView,
  ) async -> ApplyOutcome {
    await withTaskGroup(of: ApplyOutcome?.self) { group in
      group.addTask { await planned.apply(settings) { view.tell($0) } }
      group.addTask {
        await Interruption.wait { view.tellInterruption() }
        return nil
      }
      if let lease {
        group.addTask {
          do throws(FleetLease.Refusal) { try await lease.keep() } catch { view.tell(lost: error) }
          return nil
        }
      }
      for await outcome in group {
        group.cancelAll()
        if let outcome { return outcome }
      }
      return ApplyOutcome(isInterrupted: true)
    }
  }

  /// nil where the hub cannot be reached: then the other clusters go on without the lock; nor is there
  /// one where the hub has nothing of the fleet any more.
  private func take(
    _ lease: FleetLease?,
    for planned: PlannedFleet,
  ) async throws -> (lease: FleetLease, mark: FleetLease.Mark)? {
    guard let lease, planned.live.snapshot(of: planned.clients.hub) != nil else {
      console.warn("the hub cannot be reached, so nothing keeps a second run from working now")
      return nil
    }
    let isThere = try await planned.applyHubNamespace(named: session.fleet.namespace)
    return isThere ? (lease, try await lease.acquire()) : nil
  }

  /// A fleet that is torn down needs no lease any more.
  private func giveBack(_ lease: FleetLease, after ending: Ending) async {
    if case .complete = ending, purpose == .teardown { return await lease.remove() }
    await lease.release()
  }
}
