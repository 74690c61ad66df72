import Fleet
import JSON
import Objects

/// What the hub hands to a managed cluster: the token it shows and the CA it trusts.
extension ManagedSite {
  /// Where the operator finds the token that Prometheus shows.
  static let bearerToken = (secret: "metrics-bearer-token", key: "metrics_bearer_token")
  private static let hubAuthority = (name: "hub-ingress-ca", key: "ca-bundle.crt")

  /// No authority where the hub's certificate is one that every system trusts.
  func hubAccess() -> [Manifest] {
    [hub.authority.map(hubAuthority), bearerToken].compactMap(\.self)
  }

  /// What comes from a Secret stays in one.
  private func hubAuthority(_ authority: HandOff) -> Manifest {
    let (name, key) = Self.hubAuthority
    let value = [Binding.Part.value(.handOff(authority))]
    guard !authority.isSecret else {
      return site.secret(name, of: .prometheus, filledBy: [.secretData(key, value)])
    }
    let bundle = Binding(FieldPath(keys: "data", key), value)
    return site.manifest(.configMap, name, of: .prometheus, bindings: [bundle])
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
    site.secret(
      Self.bearerToken.secret,
      of: .prometheus,
      filledBy: tokenBindings(key: Self.bearerToken.key),
    )
  }

  /// What fills a Secret with the token, and says when it expires if it does.
  func tokenBindings(key: String) -> [Binding] {
    let token = hub.token(for: cluster)
    let value = Binding.secretData(key, [.value(.handOff(token.value))])
    let expiry = token.expiry.map { expiry in
      Binding(
        FieldPath(keys: "metadata", "annotations", WellKnown.tokenExpires),
        [.value(.handOff(expiry))],
      )
    }
    return [value] + [expiry].compactMap(\.self)
  }
}
