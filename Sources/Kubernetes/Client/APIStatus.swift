internal import JSON

/// What the API server says when it does not do what it is asked.
package struct APIStatus: Hashable, Sendable {
  package struct Cause: Hashable, Sendable {
    package let reason: String
    package let message: String
    package let field: String
  }

  /// The HTTP status.
  package let code: Int
  /// A word such as `Conflict`; empty where the answer came from something else on the way.
  package let reason: String
  package let message: String
  package let causes: [Cause]
  package let retryAfterSeconds: Int?
  package let kind: String
  package let name: String
}

extension APIStatus {
  init?(_ json: JSON, code: Int) {
    guard json["kind"] == "Status" else { return nil }
    let details = json["details"]
    self.code = json["code"]?.integerValue.flatMap(Int.init(exactly:)) ?? code
    reason = json["reason"]?.stringValue ?? ""
    message = json["message"]?.stringValue ?? ""
    causes = (details?["causes"]?.arrayValue ?? []).map(Cause.init)
    retryAfterSeconds = details?["retryAfterSeconds"]?.integerValue.flatMap(Int.init(exactly:))
    kind = details?["kind"]?.stringValue ?? ""
    name = details?["name"]?.stringValue ?? ""
  }

  /// An answer that is no Status, as a proxy's page: its first line stands for it.
  init(code: Int, body: [UInt8]) {
    if let json = try? JSON(parsing: body), let status = APIStatus(json, code: code) {
      self = status
      return
    }
    let text = String(decoding: body.prefix(4096), as: UTF8.self)
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    self.init(
      code: code,
      reason: "",
      message: String(trimmed(line).prefix(200)),
      causes: [],
      retryAfterSeconds: nil,
      kind: "",
      name: "",
    )
  }
}

extension APIStatus.Cause {
  init(_ json: JSON) {
    reason = json["reason"]?.stringValue ?? ""
    message = json["message"]?.stringValue ?? ""
    field = json["field"]?.stringValue ?? ""
  }
}

extension APIStatus {
  package var isNotFound: Bool { code == 404 }
  package var isForbidden: Bool { code == 403 }
  package var isUnauthorized: Bool { code == 401 }

  /// The path is not served, as opposed to an object that is not there.
  package var isNotServed: Bool { code == 404 && name.isEmpty }

  /// What was listed or watched is too old to go on from.
  package var isExpired: Bool { code == 410 }

  /// Other managers own fields that an apply would change; the causes name them.
  package var isFieldManagerConflict: Bool {
    code == 409 && causes.contains { $0.reason == "FieldManagerConflict" }
  }

  package var isNamespaceTerminating: Bool {
    code == 403 && causes.contains { $0.reason == "NamespaceTerminating" }
  }

  /// The object would have to be deleted and made anew.
  package var isImmutableFieldChange: Bool {
    guard code == 422 else { return false }
    let words = [
      "immutable", "may not change", "cannot change", "updates to statefulset spec for fields",
    ]
    return ([message] + causes.map(\.message)).contains { text in
      words.contains { text.contains($0) }
    }
  }
}

extension APIStatus: CustomStringConvertible {
  package var description: String {
    let words = message.isEmpty ? "no explanation" : message
    return "\(words) (\(code)\(reason.isEmpty ? "" : " \(reason)"))"
  }
}
