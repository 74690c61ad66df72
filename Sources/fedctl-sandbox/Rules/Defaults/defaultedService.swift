import JSON

extension ClusterState {
  /// The defaults of a Service, with what the cluster allocates for it.
  ///
  /// A dry run allocates nothing: it counts on from a number beyond the range that nodes have.
  func defaultedService(_ object: JSON, _ live: JSON?, isDryRun: Bool) -> JSON {
    var members = object.objectValue ?? [:]
    let old = live?["spec"]
    members.edit("spec") { spec in
      spec.fill("type", "ClusterIP")
      // Before anything is filled in: what goes with the old type must not come back as a default.
      if let old { dropWhatTheOldTypeHad(&spec, old) }
      spec.editEach("ports") { port in
        port.fill("protocol", "TCP")
        if port["targetPort"] == "" || port["targetPort"] == 0 { port["targetPort"] = nil }
        port.fill("targetPort", port["port"] ?? 0)
      }
      spec.fill("sessionAffinity", "None")
      if spec["sessionAffinity"] == "ClientIP" {
        spec.fill("sessionAffinityConfig", [:])
        spec.edit("sessionAffinityConfig") { config in
          config.fill("clientIP", [:])
          config.edit("clientIP") { $0.fill("timeoutSeconds", 10_800) }
        }
      } else if spec["sessionAffinity"] == "None" {
        spec["sessionAffinityConfig"] = nil
      }
      if spec.isExposed { expose(&spec, old, isDryRun: isDryRun) }
      // A name in the DNS has no address in the cluster.
      guard spec["type"] != "ExternalName" else { return }
      if spec["externalIPs"] != nil { spec.fill("externalTrafficPolicy", "Cluster") }
      spec.fill("clusterIP", old?["clusterIP"] ?? freeAddress)
      spec["clusterIPs"] = spec.addresses
      spec.fill("ipFamilies", ["IPv4"])
      spec.fill("ipFamilyPolicy", "SingleStack")
      spec.fill("internalTrafficPolicy", "Cluster")
    }
    members.fill("status", ["loadBalancer": [:]])
    return .object(members)
  }

  /// What makes a Service reachable from outside.
  private func expose(_ spec: inout JSONObject, _ old: JSON?, isDryRun: Bool) {
    let isBalanced = spec["type"] == "LoadBalancer"
    if let ports = old?["ports"]?.arrayValue {
      spec.editEach("ports") { keepNodePort(&$0, from: ports) }
    }
    if isBalanced { spec.fill("allocateLoadBalancerNodePorts", true) }
    let taken = (spec["ports"]?.arrayValue ?? []).compactMap { $0["nodePort"]?.integerValue }
    var last = isDryRun ? taken.max() ?? 32_768 : 30_000 + Int64(revision % 2_000)
    if !isBalanced || spec["allocateLoadBalancerNodePorts"] == true {
      allocateNodePorts(&spec, after: &last)
    }
    spec.fill("externalTrafficPolicy", "Cluster")
    if isBalanced, spec["externalTrafficPolicy"] == "Local" {
      let free = isDryRun ? last + 1 : 32_000 + Int64(revision % 700)
      let number = old?["healthCheckNodePort"] ?? .integer(free)
      spec.fill("healthCheckNodePort", number)
    }
  }

  /// A port keeps its number on the nodes as long as its own number and protocol stay.
  private func keepNodePort(_ port: inout JSONObject, from ports: [JSON]) {
    let same = ports.first { $0["port"] == port["port"] && $0["protocol"] == port["protocol"] }
    if let number = same?["nodePort"] { port.fill("nodePort", number) }
  }

  /// Numbers of the range that nodes have for Services; not looked up, for the revision moves on.
  private func allocateNodePorts(_ spec: inout JSONObject, after last: inout Int64) {
    var next = last
    spec.editEach("ports") { port in
      if port["nodePort"] == nil { next += 1 }
      port.fill("nodePort", .integer(next))
    }
    last = next
  }

  /// The revision is never twice the same, so neither are the addresses.
  private var freeAddress: JSON {
    .string("10.0.\(revision / 250 % 250).\(revision % 250 + 1)")
  }
}

/// A Service that becomes of another type loses what only the old one had, unless that was changed.
private func dropWhatTheOldTypeHad(_ spec: inout JSONObject, _ old: JSON) {
  let before = old.objectValue ?? [:]
  let hadOuter = before.isExposed || before["externalIPs"] != nil
  if hadOuter, !spec.isExposed, spec["externalIPs"] == nil,
    spec["externalTrafficPolicy"] == before["externalTrafficPolicy"]
  {
    spec["externalTrafficPolicy"] = nil
  }
  guard spec["type"] != before["type"] else { return }
  /// Fields that a Service of another type does not have.
  func drop(_ keys: [String]) {
    for key in keys where spec[key] == before[key] { spec[key] = nil }
  }
  if before["type"] == "LoadBalancer" {
    drop(["allocateLoadBalancerNodePorts", "loadBalancerClass", "healthCheckNodePort"])
  }
  if before.isExposed, !spec.isExposed {
    drop(["externalTrafficPolicy"])
    spec.editEach("ports") { port in
      let isSame = before["ports"]?.arrayValue?.contains { $0["nodePort"] == port["nodePort"] }
      if isSame == true { port["nodePort"] = nil }
    }
  }
  if spec["type"] == "ExternalName" {
    drop(["clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy", "internalTrafficPolicy"])
  }
}

extension JSONObject {
  fileprivate var isExposed: Bool {
    ["NodePort", "LoadBalancer"].contains(self["type"]?.stringValue)
  }

  /// All addresses of a Service's spec, of which the first is `clusterIP`.
  fileprivate var addresses: JSON {
    let first = self["clusterIP"] ?? .null
    let others = (self["clusterIPs"]?.arrayValue ?? []).dropFirst()
    return .array([first] + others)
  }
}
