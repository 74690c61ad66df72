/// How one of a cluster's programs and a server know each other.
package struct ClientAccess: Hashable, Sendable {
  /// nil for what every system trusts, and for what is not encrypted.
  package var tls: ClientTLS?
  /// nil for whoever asks for none.
  package var credential: ClientCredential?
}

/// How a server's certificate is looked at, and what is shown to it.
package struct ClientTLS: Hashable, Sendable {
  /// Whom to trust; nil for whom every system trusts.
  package var authority: ClientAuthority?
  /// A Secret with `tls.crt` and `tls.key` that are shown to the server.
  package var certificate: String?
  /// The name in the server's certificate; nil for that of its address.
  package var serverName: String?
  /// Whether the server may show any certificate.
  package var skipsVerification: Bool
}

/// Where an authority's certificate is.
package enum ClientAuthority: Hashable, Sendable {
  case secret(SecretKey)
  case configMap(SecretKey)
}

/// What is shown to a server; each is in a Secret of somebody else's.
package enum ClientCredential: Hashable, Sendable {
  /// After a word such as `Bearer`.
  case authorization(type: String, SecretKey)
  case basic(user: SecretKey, password: SecretKey)
}

/// A key of a Secret, or of a ConfigMap, in the namespace of whoever names it.
package struct SecretKey: Hashable, Sendable {
  /// The object's name.
  package var name: String
  /// The key of its data.
  package var key: String

  package init(name: String, key: String) {
    self.name = name
    self.key = key
  }
}
