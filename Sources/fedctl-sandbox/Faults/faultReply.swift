import FoundationEssentials
import JSON

extension Fault.Effect {
  /// What the client gets instead of an answer.
  func reply(to action: Action, _ request: APIRequest) -> Reply {
    switch self {
    case .drop, .dropAnswer, .down, .neverAdmit, .restart, .refuse, .skew, .undated: .hangUp
    case .hang: .silence
    case .forbid: .failure(.forbidden(action, by: "sandbox"))
    case .quote: .failure(.quoting(request))
    case .status(let code): .failure(.injected(code))
    }
  }
}

extension APIStatus {
  /// A refusal that holds every value of the request's `data`.
  fileprivate static func quoting(_ request: APIRequest) -> APIStatus {
    let body = try? JSON(parsing: request.body)
    let values = (body?["data"]?.objectValue ?? [:]).compactMap { member in
      member.value.stringValue.flatMap { Data(base64Encoded: $0) }.map(Array.init)
    }
    return APIStatus(
      code: 422,
      reason: "Invalid",
      message: "the sandbox was told to quote: "
        + values.flatMap(quotations).joined(separator: ", "),
    )
  }

  /// As text, in JSON, in base64 alone and within something, in an address, and in digits.
  private static func quotations(of value: [UInt8]) -> [String] {
    let text = String(decoding: value, as: UTF8.self)
    return [
      text, JSON.string(text).text(), Data(value).base64EncodedString(),
      Data(Array("x".utf8) + value).base64EncodedString(),
      value.map { isPlain($0) ? String(UnicodeScalar($0)) : "%" + digits($0).uppercased() }
        .joined(),
      value.map(digits).joined(),
    ]
  }

  private static func digits(_ byte: UInt8) -> String {
    String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
  }

  /// What an address holds as it is, by RFC 3986.
  private static func isPlain(_ byte: UInt8) -> Bool {
    let character = Character(UnicodeScalar(byte))
    return byte < 128 && (character.isLetter || character.isNumber || "-._~".contains(character))
  }

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
