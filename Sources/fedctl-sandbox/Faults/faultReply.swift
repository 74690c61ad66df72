import JSON

extension Fault.Effect {
  /// What the client gets instead of an answer.
  func reply(to action: Action) -> Reply {
    switch self {
    case .drop, .dropAnswer, .down, .neverAdmit, .restart, .refuse, .skew, .undated: .hangUp
    case .hang: .silence
    case .forbid: .failure(.forbidden(action, by: "sandbox"))
    case .status(let code): .failure(.injected(code))
    }
  }
}

extension APIStatus {
  /// An error with the reason that its code has; clients are told to wait where they would be.
  fileprivate static func injected(_ code: Int) -> APIStatus {
    let reason =
      switch code {
      case 401: "Unauthorized"
      case 403: "Forbidden"
      case 404: "NotFound"
      case 409: "Conflict"
      case 410: "Expired"
      case 429: "TooManyRequests"
      case 503: "ServiceUnavailable"
      case 504: "Timeout"
      default: "InternalError"
      }
    let details: JSON = code == 429 || code >= 500 ? ["retryAfterSeconds": 1] : [:]
    return APIStatus(
      code: code,
      reason: reason,
      message: "the sandbox was told to answer \(code)",
      details: details,
    )
  }
}
