/// A certificate that fedctl makes, keeps with its private key in a Secret, and renews when a third
/// of its life is left.
///
/// Whoever no longer trusts the authority of such a certificate has revoked it: there are no lists.
package struct IssuedCertificate: Hashable, Sendable {
  /// What it is for, and who signs it.
  package indirect enum Purpose: Hashable, Sendable {
    /// It signs others, and itself.
    case authority
    /// It proves the names that objects have once they are live.
    case server(names: [HandOff], issuer: IssuedCertificate)
    /// It proves who a client is: its common name.
    case client(issuer: IssuedCertificate)
  }

  /// One of the two texts, both in PEM.
  package enum Part: String, Hashable, Sendable, CaseIterable {
    case certificate = "tls.crt"
    case privateKey = "tls.key"
  }

  /// The Secret that holds both, each under the key that `Part` names.
  package let secret: ObjectReference
  /// The subject's name.
  package let commonName: String
  /// The subject's organization.
  package let organization: String
  /// What it may be used for.
  package let purpose: Purpose
  /// In seconds.
  package let lifetime: Int

  package init(
    in secret: ObjectReference,
    commonName: String,
    organization: String,
    _ purpose: Purpose,
    lifetime: Int,
  ) {
    self.secret = secret
    self.commonName = commonName
    self.organization = organization
    self.purpose = purpose
    self.lifetime = lifetime
  }
}

extension IssuedCertificate {
  /// nil for an authority, which signs itself.
  package var issuer: IssuedCertificate? {
    switch purpose {
    case .authority: nil
    case .server(_, let issuer), .client(let issuer): issuer
    }
  }

  /// Where the names come from that it has to prove.
  package var names: [HandOff] {
    if case .server(let names, _) = purpose { names } else { [] }
  }

  /// One of its texts, for a binding.
  package func value(_ part: Part) -> PendingValue { .certificate(self, part) }
}
