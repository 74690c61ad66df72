/// What the person who plans has allowed beforehand.
package struct PlanSettings: Sendable {
  /// Whether fields that another controller owns may be taken from it.
  package var forcesConflicts: Bool
  /// Whether what a runbook has made and nobody uses any more goes.
  package var removesLeftovers: Bool
  /// What of the fleet is looked into and changed.
  package var selection: Selection
  /// What is made anew though nothing is wrong with it.
  package var rotation: Rotation

  package init(
    forcesConflicts: Bool = false,
    removesLeftovers: Bool = false,
    selection: Selection = Selection(),
    rotation: Rotation = Rotation(),
  ) {
    self.forcesConflicts = forcesConflicts
    self.removesLeftovers = removesLeftovers
    self.selection = selection
    self.rotation = rotation
  }
}
