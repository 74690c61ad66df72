package import Objects

/// What planning knows of a pending value.
package enum Lookup: Hashable, Sendable {
  case known(String)
  /// Its producer must be applied first.
  case afterApply
  /// Its producer's cluster could not be looked at.
  case unavailable(cluster: String)
}

extension LiveState {
  /// What is known of a value now.
  package func lookUp(_ value: PendingValue) -> Lookup {
    switch value {
    case .credential(let credential): .known(credentials[credential] ?? "")
    case .generated(let secret): lookUp(secret)
    case .handOff(let handOff): lookUp(handOff)
    case .certificate(let certificate, let part): lookUp(part, of: certificate)
    }
  }

  private func lookUp(_ secret: GeneratedSecret) -> Lookup {
    if unreadable(secret.secret) != nil { return .unavailable(cluster: secret.secret.cluster) }
    guard let object = self[secret.secret],
      let text = HandOff.Field.data(key: secret.key).value(in: object)
    else { return .afterApply }
    return .known(text)
  }

  private func lookUp(
    _ part: IssuedCertificate.Part,
    of certificate: IssuedCertificate,
  ) -> Lookup {
    if let text = heldCertificates[certificate]?[part] { return .known(text) }
    return cluster(missingFor: certificate).map(Lookup.unavailable) ?? .afterApply
  }

  /// A cluster that would have to be looked at before anything can be said of a certificate.
  package func cluster(missingFor certificate: IssuedCertificate) -> String? {
    let secrets = [certificate.secret] + [certificate.issuer?.secret].compactMap(\.self)
    return (secrets + certificate.names.map(\.producer)).map(\.cluster)
      .first { snapshot(of: $0) == nil } ?? secrets.first { unreadable($0) != nil }?.cluster
  }

  private func lookUp(_ handOff: HandOff) -> Lookup {
    if let token = heldTokens[handOff] { return .known(token) }
    if let object = self[handOff.producer], let text = handOff.field.value(in: object) {
      return .known(text)
    }
    let cluster = handOff.producer.cluster
    if unreadable(handOff.producer) != nil { return .unavailable(cluster: cluster) }
    guard case .unknown = clusters[cluster] else { return .afterApply }
    // An identity that cannot be read now is the recorded one, or has never been recorded.
    if handOff.field == .uid { return .known(recordedIdentities[cluster] ?? "") }
    return .unavailable(cluster: cluster)
  }
}
