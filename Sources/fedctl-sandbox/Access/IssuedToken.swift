import FoundationEssentials
import JSON

/// What the cluster remembers of a token that it gave out.
struct IssuedToken: Hashable, Sendable {
  let namespace: String
  let serviceAccount: String
  /// An account made anew under the name is another, and the token is not its.
  let serviceAccountUID: String
  /// The Secret that must still exist for the token to be good.
  var secret: BoundSecret?
  /// Nil for the tokens of Secrets, which do not expire.
  var expiry: Date?

  /// A Secret by name and uid: one made anew under the name is another.
  struct BoundSecret: Hashable, Sendable {
    let name: String
    let uid: String
  }

  var username: String { "system:serviceaccount:\(namespace):\(serviceAccount)" }
}

extension IssuedToken {
  /// A text in the shape of a JSON Web Token.
  ///
  /// Its signature is random: only this cluster knows it.
  func newText(audience: String) -> String {
    var holder: JSONObject = [
      "namespace": .string(namespace),
      "serviceaccount": ["name": .string(serviceAccount), "uid": .string(serviceAccountUID)],
    ]
    holder["secret"] = secret.map { ["name": .string($0.name), "uid": .string($0.uid)] }
    var claims: JSONObject = [
      "aud": [.string(audience)], "iss": "https://kubernetes.default.svc",
      "sub": .string(username), "jti": .string(newUID()),
      "kubernetes.io": .object(holder),
    ]
    claims["exp"] = expiry.map { .integer(Int64($0.timeIntervalSince1970)) }
    let signature = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
    return [
      base64URL(Array(#"{"alg":"RS256","kid":"sandbox"}"#.utf8)),
      base64URL(JSON.object(claims).bytes()), base64URL(signature),
    ].joined(separator: ".")
  }
}

/// Base64 in the alphabet of URLs, without padding (RFC 4648, 5).
private func base64URL(_ bytes: [UInt8]) -> String {
  String(
    Data(bytes).base64EncodedString().compactMap { character in
      switch character {
      case "+": "-"
      case "/": "_"
      case "=": nil
      default: character
      }
    }
  )
}
