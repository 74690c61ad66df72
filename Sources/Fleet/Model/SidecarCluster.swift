/// A Prometheus whose sidecar uploads what it keeps, and answers the hub for what is newer.
package struct SidecarCluster: Hashable, Sendable {
  package var prometheus: PrometheusServer
  package var sidecar: ThanosSidecar
  /// The IAM role that EKS gives to its pods; without one they get at the bucket as the hub's do.
  package var role: String?
  package var wayIn: WayIn
  package var exporters: Exporters
  /// nil where the operator is there already.
  package var operatorBundle: OperatorBundle?
}

/// The container of Thanos beside Prometheus.
package struct ThanosSidecar: Hashable, Sendable {
  package var image: String
  /// The Thanos release, as `v0.42.4`: the operator must be told.
  package var version: String
  package var resources: Resources
  /// Flags put after the operator's own.
  package var extraArguments: [String]
}

/// How the hub reaches a cluster's sidecar.
package enum WayIn: Hashable, Sendable {
  case ingress(GRPCIngress)
  case loadBalancer(LoadBalancer)
}

/// An Ingress that speaks gRPC over TLS.
package struct GRPCIngress: Hashable, Sendable {
  /// The name that the hub asks for.
  package var host: String
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

/// A certificate of an Ingress that somebody else makes and renews, as cert-manager does.
package struct IngressCertificate: Hashable, Sendable {
  /// A Secret in the fleet's namespace with `tls.crt` and `tls.key`.
  package var secret: String
  /// Whether every system trusts its authority; else it stands in the Secret as `ca.crt`.
  package var isPublic: Bool
}
