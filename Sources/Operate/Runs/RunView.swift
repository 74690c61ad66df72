/// Whoever shows a run: as text to people, in other forms to programs.
///
/// A view must not block for long: whoever shows something waits for it.
///
/// Nothing below a view prints or words anything: it states facts, and each form of output is one
/// implementation of this protocol.
package protocol RunView: Sendable {
  /// Shows what has been found or done, in the order in which it was; may be called from any task.
  func show(_ event: RunEvent)
}
