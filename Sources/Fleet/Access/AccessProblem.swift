import Facts

/// A way to a server that does not work, or is open to others.
package enum AccessProblem: Fact, Hashable {
  /// Prometheus shows one credential, and two are named.
  case twoCredentials
  /// A credential is shown to whoever listens.
  case openCredential
  /// Nothing is encrypted, so that nobody looks at a certificate.
  case tlsUnused
  /// Whoever is in between can read and change everything.
  case unverified
  /// Prometheus refuses a login that is written as an authorization.
  case basicByHand
  /// An Alertmanager is shown a bearer token, and no other authorization.
  case otherThanBearer
  /// OpenShift's monitoring has no word for a key of how an Alertmanager is spoken to.
  case unknownToPlatform(key: String)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case twoCredentials = "fleet.two-credentials"
    case openCredential = "fleet.credential-without-tls"
    case tlsUnused = "fleet.tls-without-effect"
    /// A server may show any certificate.
    case unverified = "fleet.unverified-server"
    case basicByHand = "fleet.login-as-authorization"
    case otherThanBearer = "fleet.alertmanager-authorization"
    case unknownToPlatform = "fleet.platform-alertmanager"
  }

  package var code: Code {
    switch self {
    case .twoCredentials: .twoCredentials
    case .openCredential: .openCredential
    case .tlsUnused: .tlsUnused
    case .unverified: .unverified
    case .basicByHand: .basicByHand
    case .otherThanBearer: .otherThanBearer
    case .unknownToPlatform: .unknownToPlatform
    }
  }
}
