import Facts
import HTTP

/// Whether and when a call is sent again: after what the server asks for, else after a growing,
/// scattered pause.
struct Retry {
  /// Every call of ours may be repeated if its effect is the same however often it arrives.
  let isRepeatable: Bool
  private var tries = 0
  private static let maximumTries = 6
  private static let longestPause = Duration.seconds(30)

  init(isRepeatable: Bool) { self.isRepeatable = isRepeatable }

  /// nil where another try would not help or has been made too often.
  mutating func pause(after error: KubernetesError) -> Duration? {
    tries += 1
    guard tries < Self.maximumTries else { return nil }
    switch error {
    case .status(let status) where status.isTransient:
      return min(status.retryAfterSeconds.map { .seconds($0) } ?? scattered, Self.longestPause)
    case .transport(let error) where error.reason.isTransient && isRepeatable: return scattered
    default: return nil
    }
  }

  /// Between half and all of 100 ms, 200 ms, 400 ms, …: clients that failed together do not come back
  /// together.
  private var scattered: Duration {
    .milliseconds(100 << min(tries - 1, 6)) * Double.random(in: 0.5...1)
  }
}

extension TransportError.Reason {
  /// Whether the request may have been on its way and another try may fare better.
  fileprivate var isTransient: Bool {
    switch self {
    case .dropped, .timedOut: true
    default: false
    }
  }
}
