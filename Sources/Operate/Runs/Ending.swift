/// How a run has ended.
///
/// Errors that keep a run from beginning are thrown; these are ends of runs that have begun.
package enum Ending: Hashable, Sendable {
  case complete
  /// A cluster could not be reached or failed; the rest is done.
  case incomplete
  /// A person or a pipeline told it to stop; what was under way is done.
  case interrupted
}
