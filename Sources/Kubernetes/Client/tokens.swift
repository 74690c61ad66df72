internal import HTTP
internal import JSON
internal import Manifest

/// A ServiceAccount's token; printing it shows nothing of it.
package struct IssuedToken: Sendable, CustomStringConvertible, CustomReflectable {
  package let token: String
  /// RFC 3339.
  package let expiry: String

  package var description: String { "IssuedToken(redacted, expires \(expiry))" }
  package var customMirror: Mirror { Mirror(self, children: ["expiry": expiry]) }
}

package struct TokenReview: Hashable, Sendable {
  package let isAuthenticated: Bool
  /// Empty where the token is not accepted.
  package let username: String
}

extension KubernetesClient {
  /// A new token for the API server's own audience; the server may shorten the lifetime (seconds).
  ///
  /// Bound to a Secret, it ends when the Secret does.
  package func requestToken(
    namespace: String,
    serviceAccount: String,
    lifetime: Int,
    boundSecret: (name: String, uid: String)? = nil,
  ) async throws(KubernetesError) -> IssuedToken {
    var spec: JSONObject = ["audiences": [], "expirationSeconds": .integer(Int64(lifetime))]
    spec["boundObjectRef"] = boundSecret.map { secret in
      [
        "apiVersion": "v1", "kind": "Secret", "name": .string(secret.name),
        "uid": .string(secret.uid),
      ]
    }
    let endpoint = Endpoint(
      .serviceAccount,
      namespace: namespace,
      name: serviceAccount,
      subresource: "token",
    )
    let status = try await ask("TokenRequest", endpoint, spec)
    guard let token = status["token"]?.stringValue,
      let expiry = status["expirationTimestamp"]?.stringValue
    else { throw .malformedResponse("a TokenRequest came back without a token") }
    return IssuedToken(token: token, expiry: expiry)
  }

  /// Whether the API server accepts a token, and as whose.
  package func review(token: String) async throws(KubernetesError) -> TokenReview {
    let endpoint = Endpoint("/apis/authentication.k8s.io/v1/tokenreviews")
    let status = try await ask("TokenReview", endpoint, ["token": .string(token)])
    return TokenReview(
      isAuthenticated: status["authenticated"] == true,
      username: status["user"]?["username"]?.stringValue ?? "",
    )
  }

  /// Asking stores nothing, so it may be repeated; the `status` of the answer.
  private func ask(
    _ kind: String,
    _ endpoint: Endpoint,
    _ spec: JSONObject,
  ) async throws(KubernetesError) -> JSON {
    let body: JSON = [
      "apiVersion": "authentication.k8s.io/v1", "kind": .string(kind), "spec": .object(spec),
    ]
    let answer = try await call(APICall(method: .post, endpoint: endpoint, body: body))
    return answer["status"] ?? [:]
  }
}
