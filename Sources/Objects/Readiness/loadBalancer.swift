import JSON

extension JSON {
  /// Whether the load balancer of a Service or an Ingress has got an address.
  var hasLoadBalancerAddress: Bool {
    let entries = self["status"]?["loadBalancer"]?["ingress"]?.arrayValue ?? []
    return entries.contains { entry in
      ["hostname", "ip"].contains { !(entry[$0]?.stringValue ?? "").isEmpty }
    }
  }
}
