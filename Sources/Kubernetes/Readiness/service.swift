import JSON

extension Readiness {
  /// A Service works at once, but for one whose load balancer somebody outside has yet to make.
  static func service(_ object: JSON) -> Readiness {
    guard object["spec"]?["type"] == "LoadBalancer" else { return .ready }
    let entries = object["status"]?["loadBalancer"]?["ingress"]?.arrayValue ?? []
    let isReachable = entries.contains { entry in
      ["hostname", "ip"].contains { !(entry[$0]?.stringValue ?? "").isEmpty }
    }
    return isReachable ? .ready : .waiting("the cloud has given its load balancer no address yet")
  }
}
