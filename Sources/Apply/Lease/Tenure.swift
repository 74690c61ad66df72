import Synchronization

/// For how long a lease is surely ours: others take it when it has run out, and may do so sooner than we see it.
///
/// Counted by a clock that nobody sets, and that goes on while the process or its machine is suspended.
final class Tenure: Sendable {
  private let end = Mutex<ContinuousClock.Instant?>(nil)
  private let length: Duration

  /// Nothing is ours yet; each renewal holds for the lifetime less what clocks and requests may differ by.
  init(_ times: LeaseTimes) { length = times.lifetime - min(times.lifetime / 6, .seconds(10)) }

  /// How much of it is left; nothing before the lease was taken and after it was lost.
  var left: Duration { end.withLock(\.self).map { ContinuousClock.now.duration(to: $0) } ?? .zero }

  /// The lease was written by a request that began then.
  func renew(from start: ContinuousClock.Instant) { end.withLock { $0 = start + length } }

  /// Another has the lease.
  func lose() { end.withLock { $0 = nil } }
}
