/// What the person who plans has allowed beforehand.
package struct PlanSettings: Sendable {
  /// Whether fields that another controller owns may be taken from it.
  package var forcesConflicts: Bool

  package init(forcesConflicts: Bool = false) {
    self.forcesConflicts = forcesConflicts
  }
}
