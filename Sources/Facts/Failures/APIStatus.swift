import JSON

/// A `Status` object: how the API server says what went wrong.
package struct APIStatus: Hashable, Sendable {
  /// One of the things that the server objects to.
  package struct Cause: Hashable, Sendable {
    /// One word for programs, as `FieldManagerConflict`.
    package let reason: String
    /// The server's sentence about this field.
    package let message: String
    /// As the server writes it: `.spec.replicas`; empty where it is about no field.
    package let field: String
  }

  /// The HTTP status.
  package let code: Int
  /// Whether it is a Status, which API servers answer with and nobody else.
  package let isOfAPI: Bool
  /// One word for programs, as `NotFound`; empty where the answer is no Status.
  package let reason: String
  /// The server's own sentence; empty where the answer is no Status.
  package let message: String
  /// How an answer begins that says nothing as a Status would, as a proxy's page: up to 200 characters.
  package let firstLine: String?
  /// One entry for each field that is wrong; empty where it is no question of fields.
  package let causes: [Cause]
  /// How long the server asks to be left alone.
  package let retryAfterSeconds: Int?
  /// Who gave an answer that is no Status; nil where that is not known.
  package let answerer: Answerer?

  /// Reads an error's body; one that is no Status is told by its first line.
  ///
  /// `retryAfter` is the header's text, which wins over what the body says.
  package init(
    code: Int,
    body: [UInt8],
    retryAfter: String? = nil,
    from answerer: Answerer? = nil,
  ) {
    self.code = code
    let status = try? JSON(parsing: body)
    let isStatus = status?["kind"] == "Status"
    isOfAPI = isStatus
    self.answerer = isStatus ? nil : answerer
    reason = isStatus ? status?["reason"]?.stringValue ?? "" : ""
    let sentence = isStatus ? status?["message"]?.stringValue : nil
    message = sentence ?? ""
    firstLine = sentence == nil ? Answerer.beginning(of: body) : nil
    causes = (status?["details"]?["causes"]?.arrayValue ?? []).map {
      Cause(
        reason: $0["reason"]?.stringValue ?? "",
        message: $0["message"]?.stringValue ?? "",
        field: $0["field"]?.stringValue ?? "",
      )
    }
    let seconds = status?["details"]?["retryAfterSeconds"]?.integerValue.flatMap {
      Int(exactly: $0)
    }
    retryAfterSeconds = retryAfter.flatMap { Int($0) } ?? seconds
  }
}

extension APIStatus {
  /// The object, or its kind, is not there; a page that says 404 says nothing of either.
  package var isNotFound: Bool { code == 404 && (isOfAPI || isOfUnknownPath) }
  /// What API servers, as all programs in Go, say of a path that they do not serve, as that of a kind that
  /// no definition brings.
  package var isOfUnknownPath: Bool {
    code == 404 && firstLine?.hasPrefix("404 page not found") == true
  }
  /// Whoever asks may not; their namespace may also be terminating.
  package var isForbidden: Bool { code == 403 && isOfAPI }
  /// Whoever asks lacks a right, as RBAC words it; a policy that refuses what is asked for has other words.
  package var isDeniedRight: Bool {
    isForbidden
      && (message.contains(" cannot ") || message.hasSuffix("is forbidden") || message.isEmpty)
  }
  /// The server has looked at what was asked for and will say the same the next time.
  package var isRefusalForGood: Bool { [400, 403, 405, 413, 415, 422].contains(code) }
  /// The server does not know who asks.
  package var isUnauthorized: Bool { code == 401 }

  /// A conflict over fields with another manager, not over a resourceVersion.
  package var isFieldManagerConflict: Bool {
    code == 409 && causes.contains { $0.reason == "FieldManagerConflict" }
  }

  /// Over a version that is no longer current, or over fields.
  package var isConflict: Bool { code == 409 }

  /// Nothing can be made in a namespace that is being deleted.
  package var isNamespaceTerminating: Bool {
    code == 403 && causes.contains { $0.reason == "NamespaceTerminating" }
  }

  /// Fields were changed that can only be set at creation, and nothing else is wrong.
  ///
  /// Each cause counts: with another one beside it a new object would be refused as well. Only an answer
  /// without causes is judged by its sentence.
  package var isImmutableFieldChange: Bool {
    guard code == 422 else { return false }
    return causes.isEmpty
      ? Self.meansImmutable(message) : causes.allSatisfy { Self.meansImmutable($0.message) }
  }

  private static func meansImmutable(_ sentence: String) -> Bool {
    let words = [
      "immutable", "may not be changed", "may not change once set", "cannot change",
      "updates to statefulset spec",
    ]
    return words.contains(where: sentence.contains)
  }

  /// A continuation or a resourceVersion is too old to go on from.
  package var isExpired: Bool { code == 410 }

  /// Whether the same request may fare better later.
  ///
  /// An apply with a field that the schema does not have, or with a value of another type, is answered with 500,
  /// and always will be.
  package var isTransient: Bool {
    code == 429 || code > 500 || code == 500 && !isAboutWhatWasSent
  }

  private var isAboutWhatWasSent: Bool {
    ["failed to create typed patch", "failed to convert"].contains(where: message.hasPrefix)
  }
}
