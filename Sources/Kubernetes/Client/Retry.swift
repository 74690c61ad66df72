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
  /// For an API server that answers and has trouble.
  private static let maximumTries = 6
  /// Nobody waits longer, whatever a server asks for.
  private static let longestPause = Duration.seconds(30)
  /// While nobody answers: the run goes on soon after somebody does.
  private static let longestScatteredPause = Duration.seconds(3)

  /// Nothing has been tried yet.
  init(isRepeatable: Bool) { self.isRepeatable = isRepeatable }

  /// nil where another try would not help or has been made too often.
  ///
  /// `hasAnswered` is whether the cluster has answered anything in this run, and `left` for how long the call
  /// may still be tried where nobody answers.
  mutating func pause(
    after error: KubernetesError,
    hasAnswered: Bool,
    left: Duration,
  ) -> Pause? {
    tries += 1
    switch error {
    case .status(let status) where status.isTransient && !status.isFromElsewhere:
      guard tries < Self.maximumTries else { return nil }
      let asked = status.retryAfterSeconds.map { Duration.seconds($0) }
      return asked.map { .asked(min($0, Self.longestPause)) } ?? .scattered(upTo: bound)
    case _ where left <= .zero: return nil
    case .status(let status) where status.isFromElsewhere:
      return .scattered(upTo: min(bound, left))
    case .transport(let error) where mayFareBetter(error.reason, hasAnswered: hasAnswered):
      return .scattered(upTo: min(bound, left))
    case .status, .transport, .notServed, .malformedAnswer, .credential: return nil
    }
  }

  /// 100 ms, 200 ms, 400 ms, and so on.
  private var bound: Duration {
    min(.milliseconds(100 << min(tries - 1, 10)), Self.longestScatteredPause)
  }

  /// Whether the same request may get an answer later.
  ///
  /// A name or a handshake that fails at first is a mistake in the kubeconfig; one that fails later is a cluster
  /// that starts again behind a load balancer.
  private func mayFareBetter(_ reason: TransportError.Reason, hasAnswered: Bool) -> Bool {
    switch reason {
    case .refused, .unreachable: true
    case .unresolved: hasAnswered
    // An alert is a server's own no.
    case .handshake(let detail): hasAnswered && !detail.contains("alert")
    // It was on its way when the connection failed it, and may have arrived.
    case .dropped, .timedOut: isRepeatable
    case .malformedURL, .unsendableHeader, .untrustedServer, .unusableCertificate, .tooLarge,
      .cancelled, .outOfMemory,
      .other:
      false
    }
  }
}

extension APIStatus {
  /// Whether something in front of the API server answered, since nobody behind it did.
  var isFromElsewhere: Bool {
    [502, 503, 504].contains(code) && reason.isEmpty && message.isEmpty && retryAfterSeconds == nil
  }
}
