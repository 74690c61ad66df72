import Fleet
import JSON
import Objects

/// The way in where there are no Routes.
extension HubSite {
  func openWayIn(_ entrance: OpenEntrance, past proxy: RBACGuard) -> [Manifest] {
    let guarding = [
      site.authenticationDelegation(proxy, of: front), proxy.configuration(at: site, of: front),
    ]
    switch entrance {
    case .ingress(let ingress):
      return guarding + [service(of: proxy)] + certificate(of: ingress)
        + [manifest(of: ingress, to: proxy.name)]
    case .loadBalancer(let loadBalancer, _):
      return guarding + [
        site.loadBalancerService(
          loadBalancer,
          named: receiveService.name,
          of: .receive,
          selecting: site.selector(front),
          to: "web-proxy",
        )
      ]
    }
  }

  /// Where the managed clusters learn the address of a load balancer.
  var receiveService: ObjectReference { site.reference(.service, Part.receive.name) }

  private func service(of proxy: RBACGuard) -> Manifest {
    let spec: JSON = [
      "selector": .map(site.selector(front)),
      "ports": [servicePort("web-proxy", proxy.port, target: "web-proxy")],
    ]
    return site.manifest(.service, proxy.name, of: front, ["spec": spec])
  }

  /// Nothing where the certificate is there already.
  private func certificate(of ingress: Ingress) -> [Manifest] {
    guard let issuer = ingress.issuer else { return [] }
    let reference: JSON = [
      "group": "cert-manager.io", "kind": .string(issuer.kind), "name": .string(issuer.name),
    ]
    let spec: JSON = [
      "secretName": .string(ingress.secret),
      "dnsNames": [.string(ingress.host)],
      "issuerRef": reference,
    ]
    return [site.manifest(.certificate, Part.receive.name, of: .receive, ["spec": spec])]
  }

  /// The controller ends the clusters' TLS and begins its own to the proxy: an Ingress has no way to
  /// ask that it be passed through.
  private func manifest(of ingress: Ingress, to service: String) -> Manifest {
    let backend: JSON = [
      "service": ["name": .string(service), "port": ["name": "web-proxy"]]
    ]
    let path: JSON = [
      "path": .string(Self.writePath), "pathType": "Exact", "backend": backend,
    ]
    let spec = JSON.fields([
      "ingressClassName": ingress.controller.map(JSON.string),
      "tls": [["hosts": [.string(ingress.host)], "secretName": .string(ingress.secret)]],
      "rules": [["host": .string(ingress.host), "http": ["paths": [path]]]],
    ])
    let annotations = Self.encrypted.merging(ingress.annotations) { $1 }
    return site.manifest(
      .ingress,
      Part.receive.name,
      of: .receive,
      ["metadata": ["annotations": .map(annotations)], "spec": spec],
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
