import Fleet
import JSON
import Objects

extension Site {
  /// What makes the certificate of the hub's Routes, and lets the router read it; nothing where the router shows its own.
  ///
  /// The API server takes a Route with a certificate from a Secret only if the router may read that Secret
  /// (openshift/enhancements:enhancements/ingress/route-secret-injection-for-external-certificate-management.md).
  func routeCertificate() -> [Manifest] {
    guard let certificate = routeHosts?.certificate, let hosts = routeHosts?.given, !hosts.isEmpty
    else { return [] }
    let name = "router-certificate"
    let reading = rule("", ["secrets"], names: [certificate.secret], ["get", "list", "watch"])
    let router = WellKnown.router
    return self.certificate(
      name,
      of: .fleet,
      filling: certificate.secret,
      for: hosts,
      by: certificate.issuer,
    ) + [
      role(name, of: .fleet, rules: [reading]),
      roleBinding(name, role: name, to: router.account, ofNamespace: router.namespace, of: .fleet),
    ]
  }
}
