package import Objects
package import Plan

/// What happens while a plan is applied, in the order in which it happens.
package enum ApplyEvent: Sendable {
  case started(ObjectReference, Action)
  /// It has been applied and is not ready yet: what is waited for, of itself or of an object that
  /// others make on its strength.
  case waiting(ObjectReference, on: ObjectReference, ReadinessReason)
  case finished(ObjectReference, Action)
  case failed(ObjectReference, ApplyError)
  /// It was not tried, since another object that it depends on has failed.
  case skipped(ObjectReference, because: ObjectReference)
}

/// How applying a plan has ended.
package struct ApplyOutcome: Sendable {
  package var done: [ObjectReference: Action] = [:]
  package var failed: [ObjectReference: ApplyError] = [:]
  package var skipped: Set<ObjectReference> = []
  /// Whether it was told to stop before it had started everything.
  package var isInterrupted: Bool

  package init(isInterrupted: Bool = false) { self.isInterrupted = isInterrupted }

  package var isComplete: Bool { failed.isEmpty && skipped.isEmpty && !isInterrupted }
}
