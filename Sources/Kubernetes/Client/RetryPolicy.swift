internal import HTTP

/// How long to wait before asking again, and when to stop asking.
struct RetryPolicy {
  let isRepeatable: Bool
  private var requests = 0
  private var breaks = 0

  private static let maximumRequests = 10
  private static let maximumBreaks = 3
  private static let longestDelay = Duration.seconds(30)

  init(isRepeatable: Bool) { self.isRepeatable = isRepeatable }

  /// nil: the result stands.
  mutating func delay(after result: Result<HTTPResponse, KubernetesError>) -> Duration? {
    switch result {
    case .success(let response): delayAskedFor(by: response)
    case .failure(.transport(let error)): delay(after: error)
    case .failure: nil
    }
  }

  private mutating func delayAskedFor(by response: HTTPResponse) -> Duration? {
    guard response.status == 429 || response.status >= 500,
      let seconds = response.values(of: "Retry-After").first.flatMap({ Int($0) }), seconds >= 0,
      requests < Self.maximumRequests
    else { return nil }
    requests += 1
    return min(.seconds(seconds), Self.longestDelay)
  }

  private mutating func delay(after error: TransportError) -> Duration? {
    guard case .dropped = error.reason, isRepeatable, breaks < Self.maximumBreaks else {
      return nil
    }
    breaks += 1
    // Jitter, so that many requests broken at once do not come back at once.
    return .milliseconds(100 << breaks) * Double.random(in: 0.5...1)
  }
}
