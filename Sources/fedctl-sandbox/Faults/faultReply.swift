import JSON

extension Fault.Effect {
  /// What the client gets instead of an answer.
  func reply(to action: Action) -> Reply {
    switch self {
    case .drop, .dropAnswer, .down, .neverAdmit: .hangUp
    case .forbid: .failure(.forbidden(action))
    case .status(let code): .failure(.injected(code))
    }
  }
}

extension APIStatus {
  fileprivate static func forbidden(_ action: Action) -> APIStatus {
    let kind = action.group.isEmpty ? action.resource : "\(action.resource).\(action.group)"
    let name = action.name.isEmpty ? "" : " \"\(action.name)\""
    let place =
      action.namespace.isEmpty
      ? "at the cluster scope" : "in the namespace \"\(action.namespace)\""
    return APIStatus(
      code: 403,
      reason: "Forbidden",
      message: "\(kind)\(name) is forbidden: User \"sandbox\" cannot \(action.verb) resource "
        + "\"\(action.resource)\" in API group \"\(action.group)\" \(place)",
      details: [
        "name": .string(action.name), "group": .string(action.group),
        "kind": .string(action.resource),
      ],
    )
  }

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
