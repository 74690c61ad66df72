import JSON

extension ClusterState {
  func defaultedService(_ object: JSON, _ live: JSON?) -> JSON {
    var members = object.objectValue ?? [:]
    members.edit("spec") { spec in
      spec.fill("type", "ClusterIP")
      let isExposed = ["NodePort", "LoadBalancer"].contains(spec["type"]?.stringValue)
      spec.editEach("ports") { port in
        port.fill("protocol", "TCP")
        port.fill("targetPort", port["port"] ?? .null)
      }
      if let ports = live?["spec"]?["ports"]?.arrayValue, isExposed {
        spec.editEach("ports") { keepNodePort(&$0, from: ports) }
      }
      if isExposed { allocateNodePorts(&spec) }
      spec.fill("sessionAffinity", "None")
      guard spec["type"] != "ExternalName" else { return }
      spec.fill("clusterIP", live?["spec"]?["clusterIP"] ?? freeAddress)
      spec.fill("clusterIPs", .array([spec["clusterIP"] ?? .null]))
      spec.fill("ipFamilies", ["IPv4"])
      spec.fill("ipFamilyPolicy", "SingleStack")
      spec.fill("internalTrafficPolicy", "Cluster")
      if isExposed { spec.fill("externalTrafficPolicy", "Cluster") }
      if spec["type"] == "LoadBalancer" { spec.fill("allocateLoadBalancerNodePorts", true) }
    }
    members.fill("status", ["loadBalancer": [:]])
    return .object(members)
  }

  private func keepNodePort(_ port: inout JSONObject, from ports: [JSON]) {
    let same = ports.first { $0["port"] == port["port"] && $0["protocol"] == port["protocol"] }
    if let number = same?["nodePort"] { port.fill("nodePort", number) }
  }

  private func allocateNodePorts(_ spec: inout JSONObject) {
    var next = 30_000 + Int64(revision % 2_000)
    spec.editEach("ports") { port in
      port.fill("nodePort", .integer(next))
      next += 1
    }
  }

  /// The revision is never twice the same, so neither are the addresses.
  private var freeAddress: JSON {
    .string("10.0.\(revision / 250 % 250).\(revision % 250 + 1)")
  }
}
