/// How the managed clusters reach the hub.
package enum Entrance: Hashable, Sendable {
  /// OpenShift's router, and its proxy.
  case route
  /// On another platform, a load balancer or what shares one, and a proxy that runs everywhere.
  case open(OpenEntrance, RBACProxy)
}

package enum OpenEntrance: Hashable, Sendable {
  case ingress(Ingress)
  case loadBalancer(LoadBalancer, ServingCertificate)
}

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

/// An issuer of cert-manager.
package struct Issuer: Hashable, Sendable {
  package var name: String
  /// `ClusterIssuer` or `Issuer`.
  package var kind: String
}

/// Whom the managed clusters trust.
package enum CertificateAuthority: String, Hashable, Sendable, CaseIterable {
  /// The one whose certificate stands as `ca.crt` beside the hub's own.
  case secret
  /// Those that every system trusts.
  case system
}

/// The proxy that asks the API server who somebody is and what they may do.
package struct RBACProxy: Hashable, Sendable {
  package var image: String
}
