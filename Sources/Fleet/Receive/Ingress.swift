/// An Ingress of one host.
package struct Ingress: Hashable, Sendable {
  package var host: String
  /// Which controller makes it; nil for the cluster's default.
  package var controller: String?
  /// A Secret in the fleet's namespace with `tls.crt` and `tls.key`.
  package var secret: String
  /// Who makes that Secret; nil where it is there.
  package var issuer: Issuer?
  package var authority: CertificateAuthority
  /// What the controller is told beside it; these win over fedctl's own.
  package var annotations: [String: String]
}
