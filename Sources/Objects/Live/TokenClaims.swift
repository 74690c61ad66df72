import JSON
import Text

/// What a JSON Web Token says of itself (RFC 7519), whoever has signed it.
///
/// Nothing in it is secret, and nothing in it is proved: whether a token is accepted, only its issuer knows.
package struct TokenClaims: Hashable, Sendable {
  private let claims: JSON

  /// nil for a text that is no such token.
  package init?(of token: String) {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3,
      let claims = Base64.bytes(ofURLText: parts[1]).flatMap({ try? JSON(parsing: $0) })
    else { return nil }
    self.claims = claims
  }

  /// When it ends, in seconds since 1970; nil for one that has no end.
  package var end: Int? { claims["exp"]?.integerValue.flatMap { Int(exactly: $0) } }

  /// The uid of the Secret that a ServiceAccount's token is bound to; nil for one that is bound to none.
  package var secretUID: String? { claims["kubernetes.io"]?["secret"]?["uid"]?.stringValue }
}
