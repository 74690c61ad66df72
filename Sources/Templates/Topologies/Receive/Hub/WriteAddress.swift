import Fleet
import Objects

/// What a managed cluster must know to write to the hub, beside its token.
extension HubSite {
  /// The URL.
  var writeAddress: [Binding.Part] {
    switch design.wayIn {
    case .route: address(.value(.handOff(HandOff(from: receiveRoute, .admittedHost))))
    case .open(.ingress(let ingress), _): address(.text(ingress.host))
    case .open(.loadBalancer(let loadBalancer, _), _):
      address(
        .value(.handOff(HandOff(from: receiveService, .loadBalancerHost))),
        port: ":\(loadBalancer.port)",
      )
    }
  }

  /// The host of the URL where the fleet file has it; nil for one that a live object gives.
  var knownHost: String? {
    switch design.wayIn {
    case .route: hub.routeHosts.receive
    case .open(.ingress(let ingress), _): ingress.host
    case .open(.loadBalancer, _): nil
    }
  }

  private func address(_ host: Binding.Part, port: String = "") -> [Binding.Part] {
    [.text("https://"), host, .text("\(port)\(Self.writePath)")]
  }

  /// Where OpenShift's router lets requests in; its host stays, whatever part stands behind it.
  var receiveRoute: ObjectReference { site.reference(.route, Part.receive.name) }

  /// The name in the hub's certificate, where the URL has another.
  var serverName: String? {
    guard case .open(.loadBalancer(_, let certificate), _) = design.wayIn else { return nil }
    return certificate.serverName
  }

  /// The authority that made the hub's certificate; nil for one that every system trusts.
  var authority: HandOff? {
    switch design.wayIn {
    case .route: authorityOfRoute
    case .open(.ingress(let ingress), _) where ingress.authority == .system: nil
    case .open(let wayIn, _): authorityBeside(wayIn.certificate)
    }
  }

  /// That of the certificate that the file gives to receive's host, and else of the router's own.
  private var authorityOfRoute: HandOff? {
    if hub.routeHosts.receive != nil, let certificate = hub.routeHosts.certificate {
      return certificate.authority == .system ? nil : authorityBeside(certificate.secret)
    }
    let router = ObjectReference(
      cluster: hub.name,
      .configMap,
      namespace: "openshift-config-managed",
      name: "default-ingress-cert",
    )
    return HandOff(from: router, .data(key: "ca-bundle.crt"))
  }

  private func authorityBeside(_ certificate: String) -> HandOff {
    HandOff(from: site.reference(.secret, certificate), .data(key: "ca.crt"))
  }
}
