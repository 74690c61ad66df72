package import Objects
package import Plan

/// How applying a plan has ended.
package struct ApplyOutcome: Sendable {
  /// What was done, without the objects that stay as they are.
  ///
  /// One that was to be replaced and was only deleted stands here as deleted, and in `failed` too.
  package var done: [ObjectReference: Action] = [:]
  /// Objects that were tried and failed, each with its own cause.
  package var failed: [ObjectReference: ApplyError] = [:]
  /// Objects that have not become what they should be, with the cause; what was done with them stands in `done`.
  package var unready: [ObjectReference: ApplyError] = [:]
  /// What was not tried because of a failure.
  package var skipped: Set<ObjectReference> = []
  /// The hosts under which routers have admitted the fleet's Routes, whether these were changed or not.
  package var hosts: [ObjectReference: String] = [:]
  /// Whether it was told to stop before it had started everything.
  package var isInterrupted: Bool

  package init(isInterrupted: Bool = false) { self.isInterrupted = isInterrupted }

  /// Whether everything that the plan wanted has come true.
  package var isComplete: Bool {
    failed.isEmpty && unready.isEmpty && skipped.isEmpty && !isInterrupted
  }
}
