import Fleet
import JSON
import Manifest

/// What the hub hands to a managed cluster: the token it shows and the CA it trusts.
extension ManagedSite {
  static let bearerToken = (secret: "metrics-bearer-token", key: "metrics_bearer_token")
  static let hubAuthority = (configMap: "hub-ingress-ca", key: "ca-bundle.crt")

  func hubAccess() -> [Manifest] { [hubAuthority, bearerToken] }

  private var hubAuthority: Manifest {
    let source = ObjectReference(
      cluster: fleet.hub.name,
      .configMap,
      namespace: "openshift-config-managed",
      name: "default-ingress-cert",
    )
    let bundle = HandOff(from: source, .data(key: "ca-bundle.crt"))
    let path = FieldPath(keys: "data", Self.hubAuthority.key)
    return site.manifest(
      .configMap,
      Self.hubAuthority.configMap,
      of: .prometheus,
      bindings: [Binding(path, [.value(.handOff(bundle))])],
    )
  }

  private var bearerToken: Manifest {
    let token = hub.token(for: cluster)
    let path = FieldPath(keys: "data", Self.bearerToken.key)
    let value = Binding(path, [.value(.handOff(token.value))], encoding: .base64)
    let expiry = token.expiry.map { expiry in
      Binding(
        FieldPath(keys: "metadata", "annotations", WellKnown.tokenExpires),
        [.value(.handOff(expiry))],
      )
    }
    return site.manifest(
      .secret,
      Self.bearerToken.secret,
      of: .prometheus,
      ["type": "Opaque"],
      bindings: [value] + (expiry.map { [$0] } ?? []),
    )
  }
}
