/// For how long a cluster that gives no answer is asked again.
///
/// It holds for calls alone: what is waited for by watching has a time of its own.
package struct Patience: Hashable, Sendable {
  /// While it has not answered in this run, counted from the first call to it: it may be the wrong address.
  package var atFirst: Duration
  /// Once it has, counted for each call: it is there, and comes back when its API server has started again.
  package var afterwards: Duration
  /// After which a person is told who is waited for.
  package var untold: Duration

  package init(
    atFirst: Duration = .seconds(10),
    afterwards: Duration = .seconds(60),
    untold: Duration = .seconds(5),
  ) {
    self.atFirst = atFirst
    self.afterwards = afterwards
    self.untold = untold
  }
}
