import FoundationEssentials
import JSON

extension ClusterState {
  private static let tokenType: JSON = "kubernetes.io/service-account-token"

  /// Whom a bearer token stands for; nil where it is unknown, expired or revoked.
  func identity(of token: String) -> IssuedToken? {
    // A token is good as long as its account is, by uid: one made anew under the name is another.
    guard let issued = tokens[token],
      object("ServiceAccount", issued.serviceAccount, in: issued.namespace)?.uid
        == issued.serviceAccountUID
    else { return nil }
    if let expiry = issued.expiry, expiry < Date(timeIntervalSinceNow: skew) { return nil }
    if let secret = issued.secret,
      object("Secret", secret.name, in: issued.namespace)?.uid != secret.uid
    {
      return nil
    }
    return issued
  }

  /// Puts a token into a Secret that asks for one by its type.
  mutating func fillTokenSecret(_ secret: JSON) {
    let annotations = secret.metadata["annotations"]
    guard secret["type"] == Self.tokenType, secret["data"]?["token"] == nil,
      let name = annotations?["kubernetes.io/service-account.name"]?.stringValue
    else { return }
    let place = ObjectName(namespace: secret.namespace, name: secret.name)
    guard let account = object("ServiceAccount", name, in: secret.namespace) else {
      if let kind = resource(kind: "Secret") {
        remove(secret, kind, by: "kube-controller-manager")
      }
      return
    }
    let issued = IssuedToken(
      namespace: secret.namespace,
      serviceAccount: name,
      serviceAccountUID: account.uid,
      secret: .init(name: secret.name, uid: secret.uid),
    )
    let text = issued.newText(audience: "https://kubernetes.default.svc")
    tokens[text] = issued
    let data: JSON = [
      "token": encoded(text), "namespace": encoded(secret.namespace),
      "ca.crt": encoded(pemText(of: "API server of \(context)")),
    ]
    edit("Secret", place, by: "kube-controller-manager") { live in
      let filled = mergePatched(live, ["data": data])
      let uid = FieldPath(keys: "metadata", "annotations", "kubernetes.io/service-account.uid")
      return filled.setting(uid, to: .string(account.uid))
    }
  }

  /// A deleted account takes its token Secrets with it.
  mutating func revokeTokens(of account: JSON) {
    guard let secrets = resource(kind: "Secret") else { return }
    let key = "kubernetes.io/service-account.name"
    for secret in list(secrets, in: account.namespace)
    where secret["type"] == Self.tokenType
      && secret.metadata["annotations"]?[key]?.stringValue == account.name
    {
      remove(secret, secrets, by: "kube-controller-manager")
    }
  }

  /// A text as the data of a Secret holds it.
  private func encoded(_ text: String) -> JSON { .string(Data(text.utf8).base64EncodedString()) }
}
