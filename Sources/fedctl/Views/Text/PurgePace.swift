import Synchronization

/// How far a purge has come, how fast it is, and how long it will take.
final class PurgePace: Sendable {
  /// One moment of a purge.
  struct Snapshot: Sendable {
    let done: Int
    let total: Int
    /// Objects a second, since the first have gone.
    let rate: Double
    /// Seconds; nil while nothing can be said.
    let left: Int?
    /// Whether it is time to tell where nobody watches.
    let isDue: Bool
  }

  /// When it began, and when it is told next.
  private struct State {
    var start: ContinuousClock.Instant?
    var nextReport = Duration.seconds(10)
  }

  private let state = Mutex(State())

  /// What can be said now that `done` objects have gone.
  func advanced(to done: Int, of total: Int) -> Snapshot {
    let (time, isDue) = tick()
    let rate = Double(done) / max(time / .seconds(1), 0.001)
    return Snapshot(
      done: done,
      total: max(total, done),
      rate: rate,
      left: rate > 0 ? Int(Double(max(0, total - done)) / rate) : nil,
      isDue: isDue,
    )
  }

  /// The time since the first call, and whether ten seconds have passed since the last report.
  private func tick() -> (time: Duration, isDue: Bool) {
    state.withLock { state in
      let start = state.start ?? .now
      state.start = start
      let time = start.duration(to: .now)
      guard time >= state.nextReport else { return (time, false) }
      state.nextReport = time + .seconds(10)
      return (time, true)
    }
  }
}
