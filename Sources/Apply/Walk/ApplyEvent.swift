package import Objects
package import Plan

/// What happens while a plan is applied, in the order in which it happens.
package enum ApplyEvent: Sendable {
  case started(ObjectReference, Action)
  /// It has been applied, or deleted, and that has not come true yet: what is waited for, of itself or
  /// of an object that others make on its strength.
  case waiting(ObjectReference, on: ObjectReference, ReadinessReason)
  case finished(ObjectReference, Action)
  case failed(ObjectReference, ApplyError)
  /// It was not tried, since another object that it depends on has failed.
  case skipped(ObjectReference, because: ObjectReference)
}
