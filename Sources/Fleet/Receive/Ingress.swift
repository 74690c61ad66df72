/// An Ingress of one host.
package struct Ingress: Hashable, Sendable {
  /// The name by which the clusters reach the hub.
  package var host: String
  /// Which controller makes it; nil for the cluster's default.
  package var controller: String?
  /// A Secret in the fleet's namespace with `tls.crt` and `tls.key`.
  package var secret: String
  /// Who makes that Secret; nil where it is there.
  package var issuer: Issuer?
  /// Which authority the clusters trust for it.
  package var authority: CertificateAuthority
  /// What the controller is told beside it; these win over fedctl's own.
  package var annotations: [String: String]
}
