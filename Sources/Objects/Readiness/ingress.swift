import JSON

extension Readiness {
  /// An Ingress works once its controller has a load balancer for it.
  static func ingress(_ object: JSON) -> Readiness {
    let ingressClass = object["spec"]?["ingressClassName"]?.stringValue
    return object.hasLoadBalancerAddress ? .ready : .waiting(.noAddress(ingressClass: ingressClass))
  }
}
