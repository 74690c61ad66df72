internal import Synchronization

/// Lets a number of tasks at a time go on, in the order in which they came, however many wait.
package final class Semaphore: Sendable {
  /// Who may go on, and who waits in which order.
  private struct State {
    var free: Int
    var nextTicket = 0
    var waiting: [Int: CheckedContinuation<Bool, Never>] = [:]
    /// Tickets in the order in which they began to wait, from `first` on; those that went away are among them.
    var queue: [Int] = []
    var first = 0
    /// Cancelled before they had begun to wait.
    var cancelled: Set<Int> = []

    /// The one who has waited longest, who waits no more; nil where nobody waits.
    mutating func takeFirst() -> CheckedContinuation<Bool, Never>? {
      while first < queue.count {
        let ticket = queue[first]
        first += 1
        if let next = waiting.removeValue(forKey: ticket) { return next }
      }
      (queue, first) = ([], 0)
      return nil
    }
  }

  private let state: Mutex<State>

  /// `count` may go on at once.
  package init(_ count: Int) { state = Mutex(State(free: count)) }

  /// False if the task was cancelled while it waited; then there is nothing to signal.
  package func wait() async -> Bool {
    let ticket = state.withLock { state in
      state.nextTicket += 1
      return state.nextTicket
    }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { enter(ticket, $0) }
    } onCancel: {
      cancel(ticket)
    }
  }

  /// How many are waiting now.
  var waiting: Int { state.withLock(\.waiting.count) }

  /// Lets the one who has waited longest go on.
  package func signal() {
    let next = state.withLock { state in
      let next = state.takeFirst()
      if next == nil { state.free += 1 }
      return next
    }
    next?.resume(returning: true)
  }

  /// Goes on at once where there is room.
  private func enter(_ ticket: Int, _ continuation: CheckedContinuation<Bool, Never>) {
    let answer = state.withLock { state -> Bool? in
      if state.cancelled.remove(ticket) != nil { return false }
      guard state.free == 0 else {
        state.free -= 1
        return true
      }
      state.waiting[ticket] = continuation
      state.queue.append(ticket)
      return nil
    }
    if let answer { continuation.resume(returning: answer) }
  }

  /// One who has not begun to wait yet will not.
  private func cancel(_ ticket: Int) {
    let waiter = state.withLock { state in
      let waiter = state.waiting.removeValue(forKey: ticket)
      if waiter == nil { state.cancelled.insert(ticket) }
      return waiter
    }
    waiter?.resume(returning: false)
  }
}
