/// An Ingress that speaks gRPC over TLS.
package struct GRPCIngress: Hashable, Sendable {
  /// The name that the hub asks for.
  package var host: String
  /// Whose annotations make it carry gRPC.
  package var controller: Controller
  /// Networks that may connect, in CIDR notation; none means every one that reaches it.
  package var inboundRanges: [String]
  /// What the controller is told beside it; these win over fedctl's own.
  package var annotations: [String: String]

  /// Who makes it, and what only this one knows.
  package enum Controller: Hashable, Sendable {
    /// The AWS Load Balancer Controller; without a certificate it looks for one of the host's name.
    case alb(certificate: String?, isInternal: Bool)
    case nginx(IngressCertificate)
  }
}
