import JSON

/// A `Status` object: how the API server says what went wrong.
package struct APIStatus: Hashable, Sendable {
  package struct Cause: Hashable, Sendable {
    package let reason: String
    package let message: String
    package let field: String
  }

  /// The HTTP status.
  package let code: Int
  package let reason: String
  package let message: String
  package let causes: [Cause]
  package let retryAfterSeconds: Int?

  /// Reads an error's body; one that is no Status, as a proxy's page, is told by its first line.
  package init(code: Int, body: [UInt8], retryAfter: String? = nil) {
    self.code = code
    let status = try? JSON(parsing: body)
    let isStatus = status?["kind"] == "Status"
    reason = isStatus ? status?["reason"]?.stringValue ?? "" : ""
    message =
      (isStatus ? status?["message"]?.stringValue : nil) ?? Self.firstLine(of: body, code: code)
    causes = (status?["details"]?["causes"]?.arrayValue ?? []).map {
      Cause(
        reason: $0["reason"]?.stringValue ?? "",
        message: $0["message"]?.stringValue ?? "",
        field: $0["field"]?.stringValue ?? "",
      )
    }
    let seconds = status?["details"]?["retryAfterSeconds"]?.integerValue.map(Int.init)
    retryAfterSeconds = retryAfter.flatMap { Int($0) } ?? seconds
  }

  private static func firstLine(of body: [UInt8], code: Int) -> String {
    let text = String(decoding: body.prefix(512), as: UTF8.self)
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? "no explanation"
    return "HTTP status \(code): \(String(line.prefix(200)))"
  }
}

extension APIStatus {
  package var isNotFound: Bool { code == 404 }
  package var isForbidden: Bool { code == 403 }
  package var isUnauthorized: Bool { code == 401 }

  /// A conflict over fields with another manager, not over a resourceVersion.
  package var isFieldManagerConflict: Bool {
    code == 409 && causes.contains { $0.reason == "FieldManagerConflict" }
  }

  package var isConflict: Bool { code == 409 }

  package var isNamespaceTerminating: Bool {
    code == 403 && causes.contains { $0.reason == "NamespaceTerminating" }
  }

  /// A field was changed that can only be set at creation.
  package var isImmutableFieldChange: Bool {
    guard code == 422 else { return false }
    let words = ["immutable", "may not be changed", "cannot change", "updates to statefulset spec"]
    return words.contains(where: message.contains)
  }

  /// A continuation or a resourceVersion is too old to go on from.
  package var isExpired: Bool { code == 410 }

  /// Whether the same request may fare better later.
  ///
  /// An apply with a field that the schema does not have is answered with 500, and always will be.
  package var isTransient: Bool {
    code == 429 || code > 500 || code == 500 && !message.hasPrefix("failed to create typed patch")
  }
}
