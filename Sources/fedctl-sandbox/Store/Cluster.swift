import JSON
import Synchronization

/// One cluster that many requests share.
final class Cluster: Sendable {
  private struct Guarded {
    var state: ClusterState
    var subscribers = Subscribers()
  }

  let context: String
  private let guarded: Mutex<Guarded>

  init(_ state: ClusterState) {
    context = state.context
    guarded = Mutex(Guarded(state: state))
  }

  func read<Result: Sendable>(_ body: (ClusterState) throws(APIStatus) -> Result)
    throws(APIStatus) -> Result
  {
    try guarded.withLock { (guarded) throws(APIStatus) in try body(guarded.state) }
  }

  /// Runs a write; whoever follows the cluster is told of it before anybody writes again.
  func write<Result: Sendable>(_ body: (inout ClusterState) throws(APIStatus) -> Result)
    throws(APIStatus) -> Result
  {
    try guarded.withLock { (guarded) throws(APIStatus) in
      defer { guarded.subscribers.tell(guarded.state.takeUntold()) }
      return try body(&guarded.state)
    }
  }

  /// All changes from now on, after those that `past` finds in the state of this moment.
  func changes(
    past: (ClusterState) throws(APIStatus) -> [Change] = { _ in [] }
  ) throws(APIStatus) -> AsyncStream<Change> {
    let (stream, continuation) = AsyncStream.makeStream(of: Change.self)
    let id = try guarded.withLock { (guarded) throws(APIStatus) in
      for change in try past(guarded.state) { continuation.yield(change) }
      return guarded.subscribers.add(continuation)
    }
    continuation.onTermination = { [weak self] _ in self?.forget(id) }
    return stream
  }

  private func forget(_ id: Int) {
    guarded.withLock { $0.subscribers.remove(id) }
  }
}
