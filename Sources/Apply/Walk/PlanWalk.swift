import Graph
import Objects
import Plan

/// Where a walk through a plan stands: what may start next, and what came of what was started.
struct PlanWalk {
  private let changes: [Change]
  private let places: [ObjectReference: Int]
  private let graph: Graph<ObjectReference>
  private var schedule: Schedule<ObjectReference>
  private var outcome = ApplyOutcome()
  private let awaited: Set<ObjectReference>
  private var isStopped = false

  /// Nothing has been started yet; `awaited` are unchanged objects that must become ready all the same.
  init(_ plan: ChangePlan, awaiting awaited: Set<ObjectReference> = []) {
    self.awaited = awaited
    changes = plan.changes
    places = Dictionary(
      plan.changes.enumerated().map { ($0.element.reference, $0.offset) },
      uniquingKeysWith: { $1 },
    )
    graph = plan.graph
    schedule = Schedule(plan.graph)
  }

  /// The next object that something has to be done with or waited for; others finish on the way.
  mutating func next() -> Change? {
    while !isStopped, let reference = schedule.next() {
      guard let change = self[reference], matters(change) else {
        schedule.finish(reference)
        continue
      }
      return change
    }
    return nil
  }

  private subscript(reference: ObjectReference) -> Change? { places[reference].map { changes[$0] } }

  /// Unchanged objects are waited for where they are not ready, or something that changes stands on them.
  private func matters(_ change: Change) -> Bool {
    guard change.action == .none, change.obstacles.isEmpty else { return true }
    if awaited.contains(change.reference) { return true }
    return graph.dependants(of: change.reference).contains { dependant in
      (self[dependant]?.action ?? .none) != .none
    }
  }

  /// Gives out nothing more; what has not ended when all is over is skipped.
  mutating func stop() { isStopped = true }

  /// What follows from an object's end: others may start, or are skipped.
  mutating func end(_ reference: ObjectReference, _ end: StepEnd) -> [ApplyEvent] {
    let action = self[reference]?.action ?? .none
    switch end {
    case .complete:
      schedule.finish(reference)
      guard action != .none else { return [] }
      outcome.done[reference] = action
      return [.finished(reference, action)]
    case .failed(let error):
      // What has been deleted is not "nothing done".
      if case .deletedOnly = error { outcome.done[reference] = .delete }
      outcome.failed[reference] = error
      guard error.isOfMissingNamespace else { return skip(after: reference, error) }
      // One application's namespace must not keep the metrics of its whole cluster from coming.
      schedule.finish(reference)
      return [.failed(reference, error)]
    case .unready(let error):
      if action != .none { outcome.done[reference] = action }
      outcome.unready[reference] = error
      return skip(after: reference, error)
    }
  }

  /// Whatever stands on an object that failed is not tried.
  private mutating func skip(
    after reference: ObjectReference,
    _ error: ApplyError,
  ) -> [ApplyEvent] {
    let stopped = schedule.fail(reference).filter { (self[$0]?.action ?? .none) != .none }
    outcome.skipped.formUnion(stopped)
    return [.failed(reference, error)] + stopped.map { .skipped($0, because: reference) }
  }

  /// The sum of everything that has ended.
  func outcome(isInterrupted: Bool) -> ApplyOutcome {
    var outcome = outcome
    outcome.isInterrupted = isInterrupted
    if isStopped {
      let ended = Set(outcome.done.keys).union(outcome.failed.keys).union(outcome.unready.keys)
      let wanted = changes.filter { $0.action != .none }.map(\.reference)
      outcome.skipped.formUnion(wanted.filter { !ended.contains($0) })
    }
    return outcome
  }
}
