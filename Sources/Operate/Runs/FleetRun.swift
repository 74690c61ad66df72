package import Apply
import Facts
import Fleet
import ObjectStore
package import Plan

/// One run that changes clusters: plans, has the plan approved, and carries it out under the fleet's
/// lease.
package struct FleetRun: Sendable {
  let session: FleetSession
  let host: RunHost
  /// What the run is for, from which follows what the host is asked before anything is changed.
  let purpose: RunPurpose
  let settings: ApplySettings
  /// How many objects may be deleted without being asked for apart; nil is a share of the fleet.
  let maximumDeletions: Int?
  /// In which order clusters are changed.
  let rollout: Rollout
  /// Whether the clusters that are done are well enough for the next wave to begin; nil asks nothing.
  let isWell: (@Sendable (_ clusters: [String]) async -> Bool)?
  /// The saved plan that alone may be carried out; nil where whatever is planned may be.
  let reviewed: ReviewedPlan?
  /// Looks at the clusters and the bucket and decides; called again where the plan may have aged.
  let plan: @Sendable () async throws -> PlannedRun

  /// A run that applies, or tears down, what `plan` decides.
  package init(
    _ session: FleetSession,
    for host: RunHost,
    to purpose: RunPurpose,
    _ settings: ApplySettings,
    maximumDeletions: Int? = nil,
    rollout: Rollout = Rollout(),
    opening isWell: (@Sendable (_ clusters: [String]) async -> Bool)? = nil,
    applying reviewed: ReviewedPlan? = nil,
    plan: @escaping @Sendable () async throws -> PlannedRun,
  ) {
    self.session = session
    self.host = host
    self.purpose = purpose
    self.settings = settings
    self.maximumDeletions = maximumDeletions
    self.rollout = rollout
    self.isWell = isWell
    self.reviewed = reviewed
    self.plan = plan
  }

  /// The bucket is not as it must be, which the plan has told.
  package struct BucketNotReady: Error, Hashable, Fact {
    /// The codes of this topic.
    package enum Code: String, FactCode {
      /// The bucket is not in order, which the plan has told; nothing was applied.
      case notReady = "bucket.not-ready"
    }

    package var code: Code { .notReady }
  }

  private var view: any RunView { host.view }

  /// Plans, asks, and does it; where nothing has to be done, nobody is asked.
  ///
  /// - Throws: whatever keeps the run from beginning: a refused approval, a held lease, a bucket that
  ///   is not in order, a saved plan that says something else. Once objects are applied, failures are part of the outcome.
  package func run() async throws -> Ending {
    let lease = session.lease
    let before = await mark(of: lease)
    let planned = try await present()
    guard planned.hasChanges || planned.awaitsReadiness else {
      return planned.isIncomplete ? .incomplete : .complete
    }
    if planned.hasChanges { try await host.approver.approve(question(for: planned)) }
    guard let taken = try await take(lease, for: planned.clusters) else {
      return try await carryOut(planned, under: nil)
    }
    return try await holding(taken.lease) {
      let current = taken.mark == before ? planned : try await presentAgain(insteadOf: planned)
      return try await carryOut(current, under: taken.lease)
    }
  }

  // MARK: Planning

  private func present() async throws -> PlannedRun {
    let planned = try await plan()
    view.show(.planned(planned))
    return try ready(planned)
  }

  /// Somebody has worked on the fleet since the plan was made, so it may say what is true no more.
  private func presentAgain(insteadOf old: PlannedRun) async throws -> PlannedRun {
    let planned = try await plan()
    guard !planned.promises(theSameAs: old) else { return planned }
    view.show(.plannedAnew(planned))
    let current = try ready(planned)
    if current.hasChanges { try await host.approver.approve(question(for: current)) }
    return current
  }

  /// What a plan to apply asks for where it deletes much is another answer.
  private func question(for planned: PlannedRun) -> ApprovalQuestion {
    let plan = planned.clusters.plan
    guard purpose == .apply else { return .teardown(plan.sum) }
    guard let removal = plan.massRemoval(over: maximumDeletions) else { return .apply(plan.sum) }
    return .removal(removal, plan.sum)
  }

  /// Nothing is done but what a saved plan says, and nothing goes into a cluster while the bucket that it needs
  /// is not there.
  private func ready(_ planned: PlannedRun) throws -> PlannedRun {
    try reviewed?.check(planned, in: session)
    if planned.bucket?.plan.isRefused == true { throw BucketNotReady() }
    return planned
  }

  // MARK: Carrying out

  private func carryOut(_ planned: PlannedRun, under lease: FleetLease?) async throws -> Ending {
    if let bucket = planned.bucket {
      try await session.bucket?.carryOut(bucket.plan) {
        view.show(.bucket($0, bucket: bucket.bucket.name))
      }
    }
    guard planned.clusters.plan.hasChanges || planned.awaitsReadiness else {
      return planned.isIncomplete ? .incomplete : .complete
    }
    let staged = try planned.clusters.staged(rollout)
    let waves = planned.clusters.plan.waves(of: rollout)
    view.show(.begun(planned, waves: waves))
    let gate = isWell.map { isWell in
      WaveGate(waves) { wave in await isWell(Array(waves[..<wave].joined())) }
    }
    let outcome = await walk(planned, staged, through: gate, under: lease)
    view.show(.ended(outcome, planned.purpose))
    if outcome.isInterrupted { return .interrupted }
    return outcome.isComplete && !planned.isIncomplete ? .complete : .incomplete
  }

  /// Walks the plan; a signal, or the loss of the lease, stops what has not started.
  private func walk(
    _ planned: PlannedRun,
    _ clusters: PlannedFleet,
    through gate: WaveGate?,
    under lease: FleetLease?,
  ) async -> ApplyOutcome {
    let fenced = lease.map { lease in clusters.fenced { lease.isHeld } } ?? clusters
    var waiting = settings
    waiting.waitsForAll = planned.purpose == .apply
    let settings = waiting
    return await withTaskGroup(of: ApplyOutcome?.self) { group in
      group.addTask {
        await fenced.apply(settings, hiding: session.secrets, through: gate) {
          view.show(.step($0))
        }
      }
      group.addTask {
        await host.watch { view.show(.interrupted) }
        return nil
      }
      for await outcome in group {
        group.cancelAll()
        if let outcome { return outcome }
      }
      return ApplyOutcome(isInterrupted: true)
    }
  }

  // MARK: The lease

  /// How the lease stands before anything is looked at; where the hub is away, the plan tells it.
  private func mark(of lease: FleetLease?) async -> FleetLease.Mark? {
    guard let lease else { return nil }
    do throws(FleetLease.Refusal) {
      return try await lease.mark()
    } catch {
      if case .kubernetes(let error) = error, error.isForbidden {
        view.show(.leaseInDoubt(.unread(error)))
      }
      return nil
    }
  }

  /// Does the work while the lease is kept, stops it where that is lost, and gives it back.
  private func holding(
    _ lease: FleetLease,
    _ work: @escaping @Sendable () async throws -> Ending,
  ) async throws -> Ending {
    let result = await withTaskGroup(of: Result<Ending, any Error>?.self) { group in
      group.addTask {
        do { return .success(try await work()) } catch { return .failure(error) }
      }
      group.addTask {
        await keep(lease)
        return nil
      }
      var isLost = false
      while let result = await group.next() {
        group.cancelAll()
        if let result { return isLost ? .success(.incomplete) : result }
        isLost = true
      }
      return .success(.incomplete)
    }
    let isGone = purpose == .teardown && (try? result.get()) == .complete
    let trouble = isGone ? await lease.remove() : await lease.release()
    if let trouble { view.show(.leaseInDoubt(trouble)) }
    return try result.get()
  }

  /// Returns when the work has ended, or the lease is lost.
  private func keep(_ lease: FleetLease) async {
    do throws(FleetLease.Refusal) {
      try await lease.keep(mayVanish: purpose == .teardown) { view.show(.leaseInDoubt($0)) }
    } catch {
      view.show(.leaseLost(error))
    }
  }

  /// nil where the hub cannot be reached: then the other clusters go on without the lock; nor is there
  /// one where the hub has nothing of the fleet any more.
  private func take(
    _ lease: FleetLease?,
    for planned: PlannedFleet,
  ) async throws -> (lease: FleetLease, mark: FleetLease.Mark)? {
    guard let lease, planned.live.snapshot(of: planned.clients.hub) != nil else {
      view.show(.unlocked(.hubUnreachable))
      return nil
    }
    let isThere = try await planned.applyHubNamespace(
      named: session.fleet.namespace,
      within: settings.waitTimeout,
    )
    guard isThere else { return nil }
    do throws(FleetLease.Refusal) {
      return (lease, try await lease.acquire())
    } catch {
      guard purpose == .teardown, case .kubernetes(let error) = error,
        error.status?.isNamespaceTerminating == true
      else { throw error }
      view.show(.unlocked(.namespaceEnds))
      return nil
    }
  }
}
