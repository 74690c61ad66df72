import Apply
import ArgumentParser
import Fleet
import Plan

/// One run of apply: under the fleet's lease, with what happens told as it happens.
struct Application {
  let session: FleetSession
  let planned: PlannedFleet
  let console: Console
  let settings: ApplySettings

  func run() async throws {
    let lease = try await takeLease()
    let view = ApplyView(
      plan: planned.plan,
      secrets: planned.live.secretTexts,
      console: console,
    )
    let outcome = await applying(under: lease, view)
    await lease?.release()
    view.summarize(outcome)
    if outcome.isInterrupted { throw ExitCode(.interrupted) }
    if !outcome.isComplete || planned.plan.isIncomplete { throw ExitCode(.incomplete) }
  }

  /// Applies while the lease is kept; losing it, or a signal, stops what has not started.
  private func applying(under lease: FleetLease?, _ view: ApplyView) async -> ApplyOutcome {
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
  private func takeLease() async throws -> FleetLease? {
    guard planned.live.snapshot(of: planned.clients.hub) != nil,
      let client = planned.clients[planned.clients.hub]
    else {
      console.warn("the hub cannot be reached, so nothing keeps a second apply from running now")
      return nil
    }
    try await planned.applyHubNamespace(named: session.fleet.namespace)
    let holder = Holder.current
    let lease = FleetLease(
      client,
      fleet: session.fleet.name,
      namespace: session.fleet.namespace,
      holder: holder.description,
      knowsEnded: holder.knowsEnded,
    )
    try await lease.acquire()
    return lease
  }
}
