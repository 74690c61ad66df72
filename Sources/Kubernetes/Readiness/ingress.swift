import JSON

extension Readiness {
  /// An Ingress works once its controller has a load balancer for it.
  static func ingress(_ object: JSON) -> Readiness {
    let controller = object["spec"]?["ingressClassName"]?.stringValue ?? "default"
    return object.hasLoadBalancerAddress
      ? .ready : .waiting("the controller of its class, \(controller), has given it no address yet")
  }
}
