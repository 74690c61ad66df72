import JSON

extension Readiness {
  /// A Service works at once, but for one whose load balancer somebody outside has yet to make.
  static func service(_ object: JSON) -> Readiness {
    guard object["spec"]?["type"] == "LoadBalancer" else { return .ready }
    return object.hasLoadBalancerAddress ? .ready : .waiting(.noLoadBalancer)
  }
}
