import Fleet
import JSON
import Objects

/// What the hub hands to a managed cluster: the token it shows and the CA it trusts.
extension ManagedSite {
  static let bearerToken = (secret: "metrics-bearer-token", key: "metrics_bearer_token")
  private static let hubAuthority = (name: "hub-ingress-ca", key: "ca-bundle.crt")

  func hubAccess() -> [Manifest] {
    [hub.authority.map(hubAuthority), bearerToken].compactMap(\.self)
  }

  /// What comes from a Secret stays in one.
  private func hubAuthority(_ authority: HandOff) -> Manifest {
    let path = FieldPath(keys: "data", Self.hubAuthority.key)
    let value = [Binding.Part.value(.handOff(authority))]
    return authority.isSecret
      ? site.manifest(
        .secret,
        Self.hubAuthority.name,
        of: .prometheus,
        ["type": "Opaque"],
        bindings: [Binding(path, value, encoding: .base64)],
      )
      : site.manifest(
        .configMap,
        Self.hubAuthority.name,
        of: .prometheus,
        bindings: [Binding(path, value)],
      )
  }

  /// How Prometheus knows the hub.
  var hubRecognition: JSON {
    let authority = hub.authority.map { authority -> JSON in
      let key: JSON = [
        "name": .string(Self.hubAuthority.name), "key": .string(Self.hubAuthority.key),
      ]
      return authority.isSecret ? ["secret": key] : ["configMap": key]
    }
    return .fields(["ca": authority, "serverName": hub.serverName.map(JSON.string)])
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
