internal import Synchronization

/// Lets a number of tasks at a time go on, in the order in which they came.
final class Semaphore: Sendable {
  /// Who may go on, and who waits in which order.
  private struct State {
    var free: Int
    var nextTicket = 0
    var waiting: [(ticket: Int, continuation: CheckedContinuation<Bool, Never>)] = []
    /// Cancelled before they had begun to wait.
    var cancelled: Set<Int> = []
  }

  private let state: Mutex<State>

  /// `count` may go on at once.
  init(_ count: Int) { state = Mutex(State(free: count)) }

  /// False if the task was cancelled while it waited; then there is nothing to signal.
  func wait() async -> Bool {
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
  func signal() {
    let next = state.withLock { state -> CheckedContinuation<Bool, Never>? in
      guard !state.waiting.isEmpty else {
        state.free += 1
        return nil
      }
      return state.waiting.removeFirst().continuation
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
      state.waiting.append((ticket, continuation))
      return nil
    }
    if let answer { continuation.resume(returning: answer) }
  }

  /// One who has not begun to wait yet will not.
  private func cancel(_ ticket: Int) {
    let waiter = state.withLock { state -> CheckedContinuation<Bool, Never>? in
      guard let place = state.waiting.firstIndex(where: { $0.ticket == ticket }) else {
        state.cancelled.insert(ticket)
        return nil
      }
      return state.waiting.remove(at: place).continuation
    }
    waiter?.resume(returning: false)
  }
}
