/// A Service of type LoadBalancer.
package struct LoadBalancer: Hashable, Sendable {
  package var port: Int
  /// Only networks that are joined with the cluster's reach it.
  package var isInternal: Bool
  /// Networks that may connect, in CIDR notation; none means every one that reaches it.
  package var sourceRanges: [String]
  /// Which controller makes it, where there are several.
  package var controller: String?
  /// nil for a connection without encryption.
  package var tls: ServingCertificate?
  /// What the cloud is told beside it; these win over fedctl's own.
  package var annotations: [String: String]
}

/// A certificate that somebody else makes and renews, as cert-manager does.
package struct ServingCertificate: Hashable, Sendable {
  /// A Secret in the fleet's namespace with `tls.crt`, `tls.key` and, of its authority, `ca.crt`.
  package var secret: String
  /// A name that is in the certificate; the load balancer's own hardly is.
  package var serverName: String
}
