import Fleet
import JSON
import Objects

/// The way in where there are no Routes.
extension HubSite {
  /// - `proxy`: in the pods of the part behind it.
  func openWayIn(_ wayIn: OpenWayIn, past proxy: RBACGuard) -> [Manifest] {
    let guarding = [
      site.authenticationDelegation(proxy, of: wayInPart),
      proxy.configuration(at: site, of: wayInPart),
    ]
    switch wayIn {
    case .ingress(let ingress):
      let certificate = site.certificate(
        Part.receive.name,
        of: .receive,
        filling: ingress.secret,
        for: [ingress.host],
        by: ingress.issuer,
      )
      return guarding + [service(of: proxy)] + certificate
        + [manifest(of: ingress, to: proxy.name)]
    case .loadBalancer(let loadBalancer, _):
      let service = site.loadBalancerService(
        loadBalancer,
        named: receiveService.name,
        of: .receive,
        selecting: site.selector(wayInPart),
        to: "web-proxy",
      )
      return guarding + site.certificate(Part.receive.name, of: .receive, for: loadBalancer)
        + [service]
    }
  }

  /// Where the managed clusters learn the address of a load balancer.
  var receiveService: ObjectReference { site.reference(.service, Part.receive.name) }

  private func service(of proxy: RBACGuard) -> Manifest {
    let ports = [servicePort("web-proxy", proxy.port, target: "web-proxy")]
    return site.service(proxy.name, of: wayInPart, ports: ports)
  }

  /// The controller ends the clusters' TLS and begins its own to the proxy: an Ingress has no way to
  /// ask that it be passed through.
  private func manifest(of ingress: Ingress, to service: String) -> Manifest {
    let target = IngressTarget(
      service: service,
      port: "web-proxy",
      host: ingress.host,
      path: Self.writePath,
      pathType: "Exact",
      secret: ingress.secret,
    )
    return site.ingress(
      Part.receive.name,
      of: .receive,
      class: ingress.controller,
      to: target,
      Self.encrypted.merging(ingress.annotations) { $1 },
    )
  }

  /// A controller reads its own annotations and passes over the others', so all of them are there.
  private static let encrypted = [
    "nginx.ingress.kubernetes.io/backend-protocol": "HTTPS",
    // It refuses more than 1 MB otherwise, and what is refused is lost.
    "nginx.ingress.kubernetes.io/proxy-body-size": "32m",
    "haproxy.org/server-ssl": "true",
  ]
}
