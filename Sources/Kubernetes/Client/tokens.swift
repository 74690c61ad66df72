package import Facts
import HTTP
import JSON
package import Objects

extension KubernetesClient {
  /// Asks for a token of a ServiceAccount; deleting the Secret that it is bound to revokes it.
  ///
  /// Where an answer is lost, another is asked for and that is told: nobody can be given the first one any more.
  package func requestToken(
    of account: ObjectReference,
    lifetime: Int,
    boundTo secret: (name: String, uid: String),
  ) async throws(KubernetesError) -> IssuedToken {
    let body: JSON = [
      "apiVersion": "authentication.k8s.io/v1",
      "kind": "TokenRequest",
      "spec": [
        "audiences": [],
        "expirationSeconds": .integer(Int64(lifetime)),
        "boundObjectRef": [
          "apiVersion": "v1", "kind": "Secret", "name": .string(secret.name),
          "uid": .string(secret.uid),
        ],
      ],
    ]
    let answer = try await send(
      Call(
        method: .post,
        endpoint: Endpoint(account, subresource: "token"),
        answer: .document(["TokenRequest"]),
        body: body,
        repeated: .askedTwice(account, boundTo: secret.name),
      )
    )
    guard let token = answer["status"]?["token"]?.stringValue,
      let expiry = answer["status"]?["expirationTimestamp"]?.stringValue
    else { throw .malformedAnswer(.noToken) }
    return IssuedToken(token: token, expiry: expiry)
  }

  /// Asks whose a token is.
  package func review(token: String) async throws(KubernetesError) -> TokenReview {
    let kind = ResourceKind(
      "authentication.k8s.io",
      "v1",
      "TokenReview",
      "tokenreviews",
      isNamespaced: false,
    )
    let body: JSON = [
      "apiVersion": .string(kind.apiVersion), "kind": .string(kind.kind),
      "spec": ["token": .string(token)],
    ]
    let answer = try await send(
      Call(
        method: .post,
        endpoint: Endpoint(kind, namespace: nil),
        answer: .document([kind.kind]),
        body: body,
      )
    )
    return TokenReview(
      isAuthenticated: answer["status"]?["authenticated"]?.boolValue ?? false,
      username: answer["status"]?["user"]?["username"]?.stringValue ?? "",
    )
  }
}
