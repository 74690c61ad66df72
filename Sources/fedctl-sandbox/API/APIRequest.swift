/// A request to one cluster, read from the wire.
struct APIRequest: Sendable {
  /// In capitals, as `PATCH`.
  let method: String
  /// The first segment of the path: which cluster is meant.
  let context: String
  /// The rest of the path.
  let path: [String]
  /// Path and query as they came.
  let target: String
  let query: Query
  /// The `Accept` header; empty where the client takes anything.
  let accept: String
  /// With its parameters, as `application/json; charset=utf-8`.
  let contentType: String
  /// Who writes, up to the first slash, unless the request names a manager.
  let userAgent: String
  /// What follows `Bearer` in `Authorization`; nil for other ways of showing who one is.
  let bearerToken: String?
  /// Whom the client asks to be taken for (`Impersonate-User`).
  var impersonatedUser: String?
  var impersonatedGroups: [String] = []
  /// Whether the client asks to be taken for somebody of a uid, or with what else there is of users.
  var impersonatesInPart = false
  /// As it came, whatever its form.
  let body: [UInt8]
}

extension APIRequest {
  /// The target without its parameters.
  private var place: Substring { target.prefix { $0 != "?" } }

  /// Whether an empty segment stands within the path.
  var hasDoubledSlash: Bool { place.contains("//") }

  /// The same, or whether the path ends in one.
  var hasOddSlashes: Bool { hasDoubledSlash || place.hasSuffix("/") }
}

/// The parameters after the question mark.
struct Query: Hashable, Sendable {
  private let parameters: [String: String]

  /// Reads parameters as `a=b&c=d`; of one that stands twice, the last value counts.
  init(_ text: String) {
    var parameters: [String: String] = [:]
    for pair in text.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = parts.count > 1 ? percentDecoded(parts[1], plusIsSpace: true) : ""
      parameters[percentDecoded(parts[0], plusIsSpace: true)] = value
    }
    self.parameters = parameters
  }

  /// A parameter's value; one that is empty counts as absent, as it does for API servers.
  subscript(name: String) -> String? {
    parameters[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether a parameter is set to what Go reads as true.
  func flag(_ name: String) -> Bool { ["true", "1"].contains(self[name]) }
}

/// Undoes percent encoding; a malformed escape stays as it is.
func percentDecoded(_ text: Substring, plusIsSpace: Bool = false) -> String {
  var bytes: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let byte = rest.popFirst() {
    if byte == UInt8(ascii: "%"), rest.count >= 2,
      let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
    {
      bytes.append(value)
      rest = rest.dropFirst(2)
    } else {
      bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
