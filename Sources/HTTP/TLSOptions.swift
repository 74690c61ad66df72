/// Whom to trust, and as whom to appear.
///
/// Requests whose options differ never share a connection.
package struct TLSOptions: Hashable, Sendable {
  /// Certificates in PEM to trust instead of the system's; nil trusts the system's.
  package var authorities: [UInt8]?
  /// Who to be; nil for nobody.
  package var identity: TLSIdentity?
  /// The name to ask the server for and to verify, where it is not the host of the URL.
  package var serverName: String?
  /// Whether the server's certificate is looked at at all.
  package var verifiesServer: Bool

  package init(
    authorities: [UInt8]? = nil,
    identity: TLSIdentity? = nil,
    serverName: String? = nil,
    verifiesServer: Bool = true,
  ) {
    self.authorities = authorities
    self.identity = identity
    self.serverName = serverName
    self.verifiesServer = verifiesServer
  }
}

/// A client certificate (with the chain, if any) and its private key, both in PEM.
package struct TLSIdentity: Hashable, Sendable {
  /// The chain, in PEM.
  package let certificate: [UInt8]
  /// Its private key, in PEM.
  package let key: [UInt8]

  package init(certificate: [UInt8], key: [UInt8]) {
    self.certificate = certificate
    self.key = key
  }
}

extension TLSIdentity: CustomStringConvertible, CustomReflectable {
  /// Keys are never printed, by whatever prints values.
  package var description: String { "TLSIdentity(redacted)" }
  /// The same for whatever looks into values.
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
