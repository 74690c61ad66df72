/// What a certificate is to say.
package struct CertificateRequest: Hashable, Sendable {
  /// What a certificate is for, which decides its extensions.
  package enum Purpose: Hashable, Sendable {
    /// It signs others.
    case authority
    /// It proves a server's names; addresses are told from names by their form.
    case server(names: [String])
    /// It proves who a client is.
    case client
  }

  /// The subject's name, as whoever reads the certificate sees it.
  package var commonName: String
  /// The subject's organization; receive takes the tenant from it where it is told to.
  package var organization: String
  /// What the certificate may be used for.
  package var purpose: Purpose
  /// Seconds since 1970.
  package var notBefore: Int
  /// Seconds since 1970.
  package var notAfter: Int

  package init(
    commonName: String,
    organization: String,
    purpose: Purpose,
    notBefore: Int,
    notAfter: Int,
  ) {
    self.commonName = commonName
    self.organization = organization
    self.purpose = purpose
    self.notBefore = notBefore
    self.notAfter = notAfter
  }
}

/// A certificate and the private key that belongs to it, both in PEM.
package struct CertifiedKey: Hashable, Sendable {
  /// The certificate, in PEM.
  package let certificate: String
  /// PKCS #8, without a passphrase.
  package let privateKey: String

  package init(certificate: String, privateKey: String) {
    self.certificate = certificate
    self.privateKey = privateKey
  }
}
