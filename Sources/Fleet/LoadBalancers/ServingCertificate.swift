/// A certificate that somebody else makes and renews, as cert-manager does where an issuer is named.
package struct ServingCertificate: Hashable, Sendable {
  /// A Secret in the fleet's namespace with `tls.crt`, `tls.key` and, of its authority, `ca.crt`.
  package var secret: String
  /// A name that is in the certificate; the load balancer's own hardly is.
  package var serverName: String
  /// Who makes that Secret; nil where it is there.
  package var issuer: Issuer?
}
