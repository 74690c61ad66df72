import Facts
import FoundationEssentials
import HTTP
import Text

/// What is done about a request that failed, before it is sent again.
struct S3Recovery {
  /// What is done before the request is sent again.
  enum Step {
    case wait(Duration)
    case otherRegion(String)
    /// The server's time now.
    case otherClock(Date)
    case freshCredentials
  }

  private var tries = 0
  private var hasChangedRegion = false
  private var hasSetClock = false
  private var hasRefreshed = false
  private static let maximumTries = 8
  private static let longestPause = Duration.seconds(20)

  /// nil where sending it again would not help or has been tried enough.
  mutating func step(after error: S3Error) -> Step? {
    switch error {
    case .transport(let error): error.isTransient ? pause() : nil
    case .refused(let failure): step(after: failure)
    case .malformed, .credentials: nil
    }
  }

  /// nil where another try would not help.
  private mutating func step(after failure: S3Failure) -> Step? {
    if failure.isTransient { return pause() }
    if failure.saysOtherRegion, !hasChangedRegion, let region = failure.region {
      hasChangedRegion = true
      return .otherRegion(region)
    }
    if failure.isExpiry, !hasRefreshed {
      hasRefreshed = true
      return .freshCredentials
    }
    if failure.code == "RequestTimeTooSkewed", !hasSetClock, let date = failure.serverTime {
      hasSetClock = true
      return .otherClock(date)
    }
    return nil
  }

  /// Up to 100 ms, 200 ms, 400 ms, …, all of it left to chance: clients that failed together do not
  /// come back together.
  private mutating func pause() -> Step? {
    tries += 1
    guard tries < Self.maximumTries else { return nil }
    let most = min(.milliseconds(50 << tries), Self.longestPause)
    return .wait(most * Double.random(in: 0...1))
  }
}

extension TransportError {
  fileprivate var isTransient: Bool {
    switch reason {
    case .dropped, .timedOut: true
    default: false
    }
  }
}

extension S3Failure {
  fileprivate var isTransient: Bool {
    switch code {
    case "SlowDown", "SlowDownRead", "SlowDownWrite", "ServiceUnavailable", "InternalError",
      "RequestTimeout", "Throttling", "ThrottlingException", "RequestThrottled",
      "RequestLimitExceeded", "BandwidthLimitExceeded", "OperationAborted", "BadDigest":
      true
    default: [429, 500, 502, 503, 504].contains(status)
    }
  }

  /// Credentials that were good a moment ago.
  fileprivate var isExpiry: Bool {
    ["ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired"].contains(code)
  }

  /// The server names, or hints at, another region.
  fileprivate var saysOtherRegion: Bool {
    [301, 302, 307].contains(status) || code == "PermanentRedirect"
      || code == "AuthorizationHeaderMalformed"
      || (status == 400 && code.isEmpty)
  }

  /// The server's clock, where it told it.
  fileprivate var serverTime: Date? { date.flatMap { HTTPDate.date($0) } }
}
