import JSON
import Synchronization

/// One cluster that many requests share.
final class Cluster: Sendable {
  /// Everything that is only touched with the lock held.
  fileprivate struct Guarded {
    var state: ClusterState
    var subscribers = Subscribers()
    /// What subscribers are still to be told, in order.
    var mail: [Mail] = []
    /// Whether somebody is telling them just now.
    var isDelivering = false
  }

  /// Changes, and those who were there to hear of them.
  fileprivate struct Mail {
    let changes: [Change]
    let to: [AsyncStream<Change>.Continuation]
  }

  let context: String
  /// Whether rights are looked at; otherwise everybody may do everything.
  let hasAccessRules: Bool
  private let guarded: Mutex<Guarded>

  /// Takes a state over; nobody else changes it from here on.
  init(_ state: ClusterState, hasAccessRules: Bool = false) {
    self.hasAccessRules = hasAccessRules
    context = state.context
    guarded = Mutex(Guarded(state: state))
  }

  /// Looks at the cluster as it is at one moment; writes wait meanwhile.
  func read<Result: Sendable>(_ body: (ClusterState) throws(APIStatus) -> Result)
    throws(APIStatus) -> Result
  {
    try guarded.withLock { (guarded) throws(APIStatus) in try body(guarded.state) }
  }

  /// Runs a write; whoever follows the cluster is told of it, and of all writes in their order.
  func write<Result: Sendable>(_ body: (inout ClusterState) throws(APIStatus) -> Result)
    throws(APIStatus) -> Result
  {
    defer { deliver() }
    return try guarded.withLock { (guarded) throws(APIStatus) in
      defer { guarded.post(guarded.state.takeUntold()) }
      return try body(&guarded.state)
    }
  }

  /// All changes from now on, after those that `past` finds in the state of this moment.
  ///
  /// Clients lose their streams when the API server starts anew; the played controllers do not.
  func changes(
    isClient: Bool = true,
    past: (ClusterState) throws(APIStatus) -> [Change] = { _ in [] },
  ) throws(APIStatus) -> AsyncStream<Change> {
    let (stream, continuation) = AsyncStream.makeStream(of: Change.self)
    let id = try guarded.withLock { (guarded) throws(APIStatus) in
      guarded.mail.append(Mail(changes: try past(guarded.state), to: [continuation]))
      return guarded.subscribers.add(continuation, isClient: isClient)
    }
    continuation.onTermination = { [weak self] _ in self?.forget(id) }
    deliver()
    return stream
  }

  /// As a new process of the API server: watches end, and none can begin in the past.
  func restart() throws(APIStatus) {
    try write { $0.forgetHistory() }
    for follower in guarded.withLock({ $0.subscribers.removeClients() }) { follower.finish() }
  }

  /// Feeds streams with what is in the mail, outside the lock.
  ///
  /// A stream that is fed may take a lock of its own, which whoever cancels it holds while it waits
  /// for ours in `forget`. One at a time delivers, so that the order stays.
  private func deliver() {
    var isMine = false
    while let mail = nextMail(isMine: &isMine) {
      for change in mail.changes {
        for follower in mail.to { follower.yield(change) }
      }
    }
  }

  /// The next letter, if nobody else is delivering; the last one gives the office back.
  private func nextMail(isMine: inout Bool) -> Mail? {
    guarded.withLock { guarded in
      // Whoever finds somebody at it may go: that one sees the new mail before it stops.
      guard isMine || !guarded.isDelivering else { return nil }
      isMine = !guarded.mail.isEmpty
      guarded.isDelivering = isMine
      return isMine ? guarded.mail.removeFirst() : nil
    }
  }

  /// A watcher that has gone gets nothing more.
  private func forget(_ id: Int) {
    // What is let go here may end a stream; that too happens outside the lock.
    _ = guarded.withLock { $0.subscribers.remove(id) }
  }
}

extension Cluster.Guarded {
  /// Outside of the lock: whoever gets a change may call back.
  fileprivate mutating func post(_ changes: [Change]) {
    guard !changes.isEmpty, !subscribers.all.isEmpty else { return }
    mail.append(Cluster.Mail(changes: changes, to: subscribers.all))
  }
}
