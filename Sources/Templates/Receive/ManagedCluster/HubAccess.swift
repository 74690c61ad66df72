import Fleet
import JSON
import Manifest

/// What the hub hands to a managed cluster: the token it shows and the CA it trusts.
extension ManagedSite {
  static let bearerToken = (secret: "metrics-bearer-token", key: "metrics_bearer_token")
  static let hubAuthority = (configMap: "hub-ingress-ca", key: "ca-bundle.crt")

  func hubAccess() -> [Manifest] { [hubAuthority, bearerToken] }

  private var hubAuthority: Manifest {
    let path = FieldPath(keys: "data", Self.hubAuthority.key)
    return site.manifest(
      .configMap,
      Self.hubAuthority.configMap,
      of: .prometheus,
      bindings: [Binding(path, [.value(.handOff(ingressAuthority))])],
    )
  }

  /// The authority that signs the certificates of the hub's Routes.
  var ingressAuthority: HandOff {
    let source = ObjectReference(
      cluster: fleet.hub.name,
      .configMap,
      namespace: "openshift-config-managed",
      name: "default-ingress-cert",
    )
    return HandOff(from: source, .data(key: "ca-bundle.crt"))
  }

  private var bearerToken: Manifest {
    site.manifest(
      .secret,
      Self.bearerToken.secret,
      of: .prometheus,
      ["type": "Opaque"],
      bindings: tokenBindings(key: Self.bearerToken.key),
    )
  }

  /// What fills a Secret with the token, and says when it expires if it does.
  func tokenBindings(key: String) -> [Binding] {
    let token = hub.token(for: cluster)
    let path = FieldPath(keys: "data", key)
    let value = Binding(path, [.value(.handOff(token.value))], encoding: .base64)
    let expiry = token.expiry.map { expiry in
      Binding(
        FieldPath(keys: "metadata", "annotations", WellKnown.tokenExpires),
        [.value(.handOff(expiry))],
      )
    }
    return [value] + [expiry].compactMap(\.self)
  }
}
