import Apply
import ArgumentParser
import Fleet
import Plan

/// One run that changes clusters: plans, asks, and carries the plan out under the fleet's lease, with
/// what happens told as it happens.
struct Application: Sendable {
  let session: FleetSession
  let console: Console
  let settings: ApplySettings
  let approval: Approval
  /// Looks at the clusters and decides.
  let plan: @Sendable () async throws -> PlannedFleet

  func run() async throws {
    let lease = session.lease
    let before = try? await lease?.mark()
    var planned = try await present()
    guard planned.plan.hasChanges else { return try finish(planned.plan) }
    try approval.ask()
    let taken = try await take(lease, for: planned)
    do {
      if let taken, taken.mark != before { planned = try await presentAgain(instead: planned) }
      try await carryOut(planned, under: taken?.lease)
    } catch {
      await taken?.lease.release()
      throw error
    }
    await taken?.lease.release()
  }

  /// Plans, and shows the plan.
  private func present() async throws -> PlannedFleet {
    let planned = try await plan()
    console.result(text(of: planned))
    return planned
  }

  /// Somebody has worked on the fleet since the plan was made, so it may say what is true no more.
  private func presentAgain(instead old: PlannedFleet) async throws -> PlannedFleet {
    let planned = try await plan()
    guard text(of: planned) != text(of: old) else { return planned }
    console.warn("another run has changed the fleet since this plan was made; it is now:")
    console.result(text(of: planned))
    if planned.plan.hasChanges { try approval.ask() }
    return planned
  }

  private func text(of planned: PlannedFleet) -> String {
    PlanText(plan: planned.plan, secrets: planned.live.secretTexts, style: console.style).text
  }

  private func finish(_ plan: ChangePlan) throws {
    if plan.isIncomplete { throw ExitCode(.incomplete) }
  }

  private func carryOut(_ planned: PlannedFleet, under lease: FleetLease?) async throws {
    guard planned.plan.hasChanges else { return try finish(planned.plan) }
    let view = ApplyView(plan: planned.plan, secrets: planned.live.secretTexts, console: console)
    let outcome = await walk(planned, under: lease, view)
    view.summarize(outcome)
    if outcome.isInterrupted { throw ExitCode(.interrupted) }
    if !outcome.isComplete || planned.plan.isIncomplete { throw ExitCode(.incomplete) }
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

  /// nil where the hub cannot be reached: then the other clusters go on without the lock.
  private func take(
    _ lease: FleetLease?,
    for planned: PlannedFleet,
  ) async throws -> (lease: FleetLease, mark: FleetLease.Mark)? {
    guard let lease, planned.live.snapshot(of: planned.clients.hub) != nil else {
      console.warn("the hub cannot be reached, so nothing keeps a second run from working now")
      return nil
    }
    try await planned.applyHubNamespace(named: session.fleet.namespace)
    return (lease, try await lease.acquire())
  }
}
