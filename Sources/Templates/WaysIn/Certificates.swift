import Fleet
import JSON
import Objects

extension Site {
  /// What has cert-manager fill a Secret with a certificate for some hosts; nothing where it is filled already.
  ///
  /// - `name`: of the Certificate.
  func certificate(
    _ name: String,
    of part: Part,
    filling secret: String,
    for hosts: [String],
    by issuer: Issuer?,
  ) -> [Manifest] {
    guard let issuer else { return [] }
    let reference: JSON = [
      "group": "cert-manager.io", "kind": .string(issuer.kind), "name": .string(issuer.name),
    ]
    let spec: JSON = [
      "secretName": .string(secret),
      "dnsNames": .list(hosts),
      "issuerRef": reference,
    ]
    return [manifest(.certificate, name, of: part, ["spec": spec])]
  }

  /// The same for a load balancer's certificate, where there is one.
  func certificate(_ name: String, of part: Part, for loadBalancer: LoadBalancer) -> [Manifest] {
    guard let tls = loadBalancer.tls else { return [] }
    return certificate(name, of: part, filling: tls.secret, for: [tls.serverName], by: tls.issuer)
  }
}
