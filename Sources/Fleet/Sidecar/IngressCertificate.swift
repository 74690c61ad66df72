/// A certificate of an Ingress that somebody else makes and renews, as cert-manager does where an issuer is named.
package struct IngressCertificate: Hashable, Sendable {
  /// A Secret in the fleet's namespace with `tls.crt` and `tls.key`.
  package var secret: String
  /// Whether every system trusts its authority; else it stands in the Secret as `ca.crt`.
  package var isPublic: Bool
  /// Who makes that Secret; nil where it is there.
  package var issuer: Issuer?
}
