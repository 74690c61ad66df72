/// An Ingress by which people come, whose TLS ends at its controller.
package struct WebIngress: Hashable, Sendable {
  /// The name by which people come.
  package var host: String
  /// Which controller makes it; nil for the cluster's default.
  package var controller: String?
  /// A Secret in the fleet's namespace with `tls.crt` and `tls.key`.
  package var secret: String
  /// Who is asked to fill the Secret; nil where it is there already.
  package var issuer: Issuer?
  /// What the controller is told beside it.
  package var annotations: [String: String]
}
