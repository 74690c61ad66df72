import JSON
import Objects
import Plan
import Text

/// A token of a ServiceAccount that lives as long as a Secret beside the account.
struct BoundToken: Hashable, Sendable {
  let account: ObjectReference
  /// The name of the Secret whose deletion revokes the token.
  let secret: String
  /// For which a new one is asked, in seconds.
  let lifetime: Int
}

extension BoundToken {
  /// What the token's text is handed on as.
  var text: HandOff { HandOff(from: account, .boundToken(secret: secret, lifetime: lifetime)) }

  /// What the end of its life is handed on as.
  var expiry: HandOff {
    HandOff(from: account, .boundTokenExpiry(secret: secret, lifetime: lifetime))
  }

  /// The Secret whose deletion revokes the token.
  var anchor: ObjectReference {
    ObjectReference(
      cluster: account.cluster,
      .secret,
      namespace: account.namespace,
      name: secret,
    )
  }

  /// As whom the API server knows whoever shows the token.
  var username: String { "system:serviceaccount:\(account.namespace ?? ""):\(account.name)" }
}

/// A token as a consumer's Secret holds it.
struct HeldToken: Hashable, Sendable {
  let text: String
  /// As the Secret tells it, in RFC 3339.
  let expiry: String
  /// The same in seconds since 1970.
  let end: Int

  /// nil where the Secret holds none, or does not tell when it ends.
  init?(in secret: JSON, at path: FieldPath) {
    guard let field = secret[path]?.stringValue, let text = Base64.string(of: field),
      let expiry = secret.metadata.annotation(WellKnown.tokenExpires),
      let end = RFC3339.seconds(expiry)
    else { return nil }
    self.text = text
    self.expiry = expiry
    self.end = end
  }

  /// Whether more than a third of its life is left; `now` is in seconds since 1970.
  func lasts(_ lifetime: Int, at now: Int) -> Bool { end - now > lifetime / 3 }

  /// Whether the token names this live anchor: the API server goes on accepting a token for a while
  /// after its anchor has been deleted.
  func isBound(to anchor: JSON?) -> Bool {
    guard let uid = TokenClaims(of: text)?.secretUID else { return false }
    return anchor?.metadata.uid == uid
  }
}
