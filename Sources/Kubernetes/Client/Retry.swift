import Facts

/// Whether and when a call is sent again: after what the server asks for, else after a growing,
/// scattered pause.
struct Retry {
  /// How long to wait before the next try.
  enum Pause: Hashable {
    /// For as long as the server says.
    case asked(Duration)
    /// Between half and all of this: clients that failed together do not come back together.
    case scattered(upTo: Duration)

    /// One such time.
    var drawn: Duration {
      switch self {
      case .asked(let time): time
      case .scattered(let bound): bound * Double.random(in: 0.5...1)
      }
    }
  }

  /// Whether the effect of the call is the same however often it arrives.
  let isRepeatable: Bool
  private var tries = 0
  private static let maximumTries = 6
  /// Nobody waits longer, whatever a server asks for.
  private static let longestPause = Duration.seconds(30)

  /// Nothing has been tried yet.
  init(isRepeatable: Bool) { self.isRepeatable = isRepeatable }

  /// nil where another try would not help or has been made too often.
  mutating func pause(after error: KubernetesError) -> Pause? {
    tries += 1
    guard tries < Self.maximumTries else { return nil }
    switch error {
    case .status(let status) where status.isTransient:
      let asked = status.retryAfterSeconds.map { Duration.seconds($0) }
      return asked.map { .asked(min($0, Self.longestPause)) } ?? .scattered(upTo: bound)
    case .transport(let error) where error.reason.mayHaveArrived && isRepeatable:
      return .scattered(upTo: bound)
    case .status, .transport, .notServed, .malformedAnswer, .credential: return nil
    }
  }

  /// 100 ms, 200 ms, 400 ms, and so on.
  private var bound: Duration { .milliseconds(100 << (tries - 1)) }
}

extension TransportError.Reason {
  /// Whether the request was on its way when the connection failed it: another try may fare better.
  fileprivate var mayHaveArrived: Bool {
    switch self {
    case .dropped, .timedOut: true
    case .malformedURL, .unresolved, .refused, .unreachable, .untrustedServer,
      .unusableCertificate, .handshake, .tooLarge, .cancelled, .outOfMemory,
      .other:
      false
    }
  }
}
