package import Usage

/// What a person asks of a report of resource use.
package struct UsageSettings: Sendable {
  /// In seconds.
  package var window: Int
  /// The length of a step in seconds; nil for the usual one.
  package var step: Int?
  /// When the window ends, in seconds since 1970.
  package var end: Int
  /// By what differences and lines are made comparable.
  package var scale: Scale
  /// What is told of it, and what it is held against.
  package var choice: UsageChoice

  package init(
    window: Int,
    step: Int? = nil,
    end: Int,
    scale: Scale = .node,
    choice: UsageChoice = UsageChoice(),
  ) {
    self.window = window
    self.step = step
    self.end = end
    self.scale = scale
    self.choice = choice
  }
}
