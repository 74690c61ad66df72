import Fleet
import Objects

/// The way in for what the managed clusters write: past a proxy that asks whether they may.
extension HubSite {
  /// A Route where the platform has them, and else an Ingress or a load balancer.
  func wayIn() -> [Manifest] {
    switch design.wayIn {
    case .route:
      [
        site.authenticationDelegation(oauthGuard, of: wayInPart),
        site.sessionSecret(oauthGuard, of: wayInPart),
        site.guardedService(oauthGuard, of: wayInPart, selector: site.selector(wayInPart)),
        site.route(receiveRoute.name, to: oauthGuard.name, of: .receive),
      ]
    case .open(let wayIn, let proxy):
      openWayIn(wayIn, past: rbacGuard(proxy, certificate: wayIn.certificate))
    }
  }

  /// The proxy in the pods of the part that takes requests.
  var receiveGuard: any PodGuard {
    switch design.wayIn {
    case .route: oauthGuard
    case .open(let wayIn, let proxy): rbacGuard(proxy, certificate: wayIn.certificate)
    }
  }

  private var oauthGuard: OAuthGuard {
    OAuthGuard(
      name: wayInPart.name,
      proxy: design.oauthProxy,
      port: Self.proxyPort,
      upstream: Self.upstream,
      login: remoteWrite,
      bearer: [Self.writePath: remoteWrite],
      // An outage of the API server is seldom longer, and what is there to be misused writes metrics alone.
      memory: "10m",
    )
  }

  private func rbacGuard(_ proxy: GuardProxy, certificate: String) -> RBACGuard {
    RBACGuard(
      name: wayInPart.name,
      proxy: proxy,
      port: Self.proxyPort,
      upstream: Self.upstream,
      path: Self.writePath,
      review: remoteWrite,
      certificate: certificate,
      identityHeader: design.receive.tenancy == .cluster ? Self.identityHeader : nil,
    )
  }

  private static let proxyPort: Int64 = 9091
  /// Thanos' own path, which the proxies guard and let nothing past beside.
  static let writePath = "/api/v1/receive"
  /// Where receive listens, in the proxy's own pod.
  private static let upstream = "http://127.0.0.1:19291"
}

extension OpenWayIn {
  /// The Secret with the certificate that the proxy shows.
  var certificate: String {
    switch self {
    case .ingress(let ingress): ingress.secret
    case .loadBalancer(_, let certificate): certificate.secret
    }
  }
}
