import Fleet
import JSON
import Objects

/// How the hub reaches a cluster's sidecar.
extension AskedCluster {
  /// An Ingress or a load balancer, as the fleet file has it.
  var wayIn: [Manifest] {
    switch design.wayIn {
    case .ingress(let ingress):
      let ports = [servicePort(Self.port, 10901, target: Self.port)]
      let service = site.headlessService(
        Self.discovery,
        of: .prometheus,
        selecting: site.operatorLabels(.prometheus),
        ports: ports,
      )
      return certificate(of: ingress)
        + [service, ingress.manifest(at: site, to: Self.discovery, port: Self.port)]
    case .loadBalancer(let loadBalancer):
      return site.certificate(Part.prometheus.name, of: .prometheus, for: loadBalancer)
        + [site.loadBalancerService(loadBalancer, named: service.name, to: Self.port)]
    }
  }

  /// Nothing where another than cert-manager gives it.
  private func certificate(of ingress: GRPCIngress) -> [Manifest] {
    guard let certificate = ingress.certificate else { return [] }
    return site.certificate(
      Part.prometheus.name,
      of: .prometheus,
      filling: certificate.secret,
      for: [ingress.host],
      by: certificate.issuer,
    )
  }

  /// Where the querier asks.
  var endpoint: QueryEndpoint {
    switch design.wayIn {
    case .ingress(let ingress):
      QueryEndpoint(
        address: [.text("\(ingress.host):443")],
        encryption: encryption(ingress.host),
      )
    case .loadBalancer(let loadBalancer):
      QueryEndpoint(
        address: [
          .value(.handOff(HandOff(from: service, .loadBalancerHost))),
          .text(":\(loadBalancer.port)"),
        ],
        encryption: loadBalancer.tls.map { encryption($0.serverName) },
      )
    }
  }

  /// What the hub trusts of the cluster; nothing where every system does, or nobody is asked.
  func authority(on hub: Site) -> Manifest? {
    design.wayIn.privateAuthority.map {
      hub.authority(of: cluster, at: site, in: $0, for: .querier)
    }
  }

  private func encryption(_ serverName: String) -> QueryEndpoint.Encryption {
    let authority = design.wayIn.privateAuthority.map { _ in ClusterAuthority.name(cluster.name) }
    return QueryEndpoint.Encryption(serverName: serverName, authority: authority)
  }

  /// The Service that has the load balancer's address.
  private var service: ObjectReference { site.reference(.service, "thanos-sidecar-external") }

  private static let discovery = "thanos-sidecar"
  private static let port = "grpc"
}

extension SidecarWayIn {
  /// The Secret with the certificate that the sidecar itself shows.
  var certificate: String? {
    switch self {
    case .ingress(let ingress): ingress.certificate?.secret
    case .loadBalancer(let loadBalancer): loadBalancer.tls?.secret
    }
  }

  /// The Secret with an authority that is not known everywhere.
  fileprivate var privateAuthority: String? {
    if case .ingress(let ingress) = self, ingress.certificate?.isPublic == true { return nil }
    return certificate
  }
}
