import JSON

extension Readiness {
  /// An Ingress works once a controller has given it an address.
  static func ingress(_ object: JSON) -> Readiness {
    object.hasAddress ? .ready : .waiting("no controller has given it an address yet")
  }
}

extension JSON {
  /// Whether a load balancer's host or address stands in the status.
  var hasAddress: Bool {
    let entries = self["status"]?["loadBalancer"]?["ingress"]?.arrayValue ?? []
    return entries.contains { entry in
      ["hostname", "ip"].contains { !(entry[$0]?.stringValue ?? "").isEmpty }
    }
  }
}
