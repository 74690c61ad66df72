import Synchronization

/// How far a purge has come, how fast it is, and how long it will take.
final class PurgeProgress: Sendable {
  struct Snapshot: Sendable {
    let done: Int
    let total: Int
    /// Objects a second, since the beginning.
    let rate: Double
    /// Seconds; nil while nothing can be said.
    let left: Int?
    /// Whether it is time to tell where nobody watches.
    let isDue: Bool
  }

  private let total: Int
  private let start = ContinuousClock.now
  private let nextReport = Mutex(Duration.seconds(10))

  init(total: Int) { self.total = total }

  func advanced(to done: Int) -> Snapshot {
    let time = start.duration(to: .now)
    let seconds = max(time / .seconds(1), 0.001)
    let rate = Double(done) / seconds
    let isDue = nextReport.withLock { next in
      guard time >= next else { return false }
      next = time + .seconds(10)
      return true
    }
    return Snapshot(
      done: done,
      total: max(total, done),
      rate: rate,
      left: rate > 0 ? Int(Double(max(0, total - done)) / rate) : nil,
      isDue: isDue,
    )
  }
}
