import JSON

/// Service: ports, addresses and policies, which depend on its type.
///
/// An address that was given stays, and so does the class of a load balancer.
let serviceRules = KindRules(
  name: labelProblems,
  check: { object, problems in
    let spec = object["spec"]
    checkPorts(spec, &problems)
    checkLabels(spec["selector"], &problems)
    problems.check(spec["sessionAffinity"], oneOf: ["ClientIP", "None"])
    problems.check(
      spec["type"],
      oneOf: ["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"],
    )
    checkAffinity(spec, &problems)
    checkAddresses(spec, &problems)
    checkExternalName(spec, &problems)
    checkBalancer(spec, &problems)
    checkPolicies(spec, &problems)
  },
  checkChange: { object, live, problems in
    let (spec, old) = (object["spec"], live["spec"])
    // To and from a name in the DNS, addresses come and go.
    let isNamed = spec["type"].text == "ExternalName" || old["type"].text == "ExternalName"
    let before = old["clusterIPs"]
    if !isNamed, before.exists, spec["clusterIPs"].value?[0] != before.value?[0] {
      problems.invalid(
        Place(spec["clusterIPs"].value, at: "spec.clusterIPs[0]"),
        "may not change once set",
        showing: spec["clusterIPs"].value ?? .null,
      )
    }
    let className = old["loadBalancerClass"]
    if spec["type"].text != "LoadBalancer", spec["loadBalancerClass"].exists,
      spec["loadBalancerClass"].value != className.value
    {
      problems.forbidden(
        spec["loadBalancerClass"],
        "may only be used when `type` is 'LoadBalancer'",
      )
    }
    let isBalanced = [spec, old].allSatisfy { $0["type"].text == "LoadBalancer" }
    if isBalanced, spec["loadBalancerClass"].value != className.value {
      problems.invalid(
        spec["loadBalancerClass"],
        "may not change once set",
        showing: spec["loadBalancerClass"].value ?? .null,
      )
      // A new name is looked at here once more.
      if spec["loadBalancerClass"].exists {
        let name = spec["loadBalancerClass"]
        problems.invalid(name, qualifiedNameProblems(name.text))
      }
    }
  },
  warnings: serviceWarnings,
)

/// Several ports need names, which are unique; so is a number in one protocol.
private func checkPorts(_ spec: Place, _ problems: inout Problems) {
  let ports = spec["ports"].items
  let isHeadless = spec["clusterIP"].text == "None"
  if ports.isEmpty, !isHeadless, spec["type"].text != "ExternalName" {
    problems.required(spec["ports"])
  }
  for port in ports {
    let name = port["name"]
    if name.isEmpty {
      if ports.count > 1 { problems.required(name) }
    } else {
      problems.invalid(name, labelProblems(name.text))
    }
    // A missing number is 0 in Go, and refused as that.
    checkPortNumber(Place(port["port"].value ?? 0, at: port["port"].path), &problems)
    problems.check(port["protocol"], oneOf: ["SCTP", "TCP", "UDP"])
    checkPort(port["targetPort"], &problems)
    if port["appProtocol"].exists {
      let name = port["appProtocol"]
      problems.invalid(name, qualifiedNameProblems(name.text), showing: .string(name.text))
    }
    checkNodePort(port["nodePort"], spec["type"], &problems)
  }
  problems.unique(ports.map { $0["name"] })
  checkPairs(ports, &problems)
}

/// A port on every node.
private func checkNodePort(_ port: Place, _ type: Place, _ problems: inout Problems) {
  guard port.number ?? 0 != 0 else { return }
  if type.text == "ClusterIP" {
    problems.forbidden(port, "may not be used when `type` is 'ClusterIP'")
  }
}

/// A port's number may come once a protocol.
private func checkPairs(_ ports: [Place], _ problems: inout Problems) {
  var seen: Set<JSON> = []
  for port in ports {
    let pair: JSON = [
      "protocol": port["protocol"].value ?? "", "port": port["port"].value ?? 0,
    ]
    if !seen.insert(pair).inserted { problems.duplicate(port, showing: pair) }
  }
}

/// How long a client comes to the same pod: at most a day.
private func checkAffinity(_ spec: Place, _ problems: inout Problems) {
  guard spec["sessionAffinity"].text == "ClientIP" else { return }
  let seconds = spec["sessionAffinityConfig"]["clientIP"]["timeoutSeconds"]
  guard let number = seconds.number, !(1...86_400).contains(number) else { return }
  problems.invalid(seconds, "must be greater than 0 and less than 86400")
}

/// Addresses of the cluster and others, and the families they are of.
private func checkAddresses(_ spec: Place, _ problems: inout Problems) {
  for address in spec["externalIPs"].items { checkAddress(address, &problems) }
  // A name in the DNS has nothing of all this.
  guard spec["type"].text != "ExternalName" else {
    let own = ["ipFamilies", "ipFamilyPolicy"].filter { !spec[$0].isEmpty }
    let hasAddress = ["clusterIP", "clusterIPs"].contains { !spec[$0].isEmpty }
    for key in own + (hasAddress ? ["clusterIPs"] : []) {
      problems.forbidden(spec[key], "may not be set for ExternalName services")
    }
    return
  }
  checkClusterAddresses(spec, &problems)
  for family in spec["ipFamilies"].items where !["IPv4", "IPv6"].contains(family.text) {
    problems.unsupported(family, ["IPv4", "IPv6"], showing: .string(family.text))
  }
  problems.unique(spec["ipFamilies"].items)
  problems.check(
    pointer: spec["ipFamilyPolicy"],
    oneOf: ["PreferDualStack", "RequireDualStack", "SingleStack"],
  )
}

/// The addresses in the cluster; who asks for none has no ports on nodes either.
private func checkClusterAddresses(_ spec: Place, _ problems: inout Problems) {
  let all = spec["clusterIPs"]
  if let first = all.items.first, first.text != spec["clusterIP"].text {
    problems.invalid(
      all,
      spec["clusterIP"].isEmpty
        ? "must be empty when `clusterIP` is not specified" : "first value must match `clusterIP`",
    )
  }
  for (place, family) in zip(all.items, spec["ipFamilies"].items + [Place(nil)]) {
    if place.text == "None" {
      guard spec["type"].text != "ClusterIP" else { continue }
      problems.invalid(place, "may not be set to 'None' for \(spec["type"].text) services")
    } else if !isAddress(place.text) {
      checkAddress(place, &problems)
    } else if ["IPv4", "IPv6"].contains(family.text),
      place.text.contains(":") != (family.text == "IPv6")
    {
      problems.invalid(
        place,
        "expected an \(family.text) value as indicated by `\(family.path.dropFirst(5))`",
      )
    }
  }
}

/// A name in the DNS in place of an address; a dot may end it.
private func checkExternalName(_ spec: Place, _ problems: inout Problems) {
  guard spec["type"].text == "ExternalName" else { return }
  let name = spec["externalName"]
  if name.isEmpty { return problems.required(name) }
  let bare = name.text.hasSuffix(".") ? String(name.text.dropLast()) : name.text
  problems.invalid(name, subdomainProblems(bare))
}

/// What only load balancers have.
private func checkBalancer(_ spec: Place, _ problems: inout Problems) {
  let isBalanced = spec["type"].text == "LoadBalancer"
  let ranges = spec["loadBalancerSourceRanges"]
  if !ranges.isEmpty, !isBalanced {
    problems.forbidden(
      ranges.renamed("spec.LoadBalancerSourceRanges"),
      "may only be used when `type` is 'LoadBalancer'",
    )
  }
  for range in ranges.items where !isAddressRange(range.text.trimmingEnds) {
    problems.invalid(
      range.renamed(range.path.replacing("load", with: "Load", maxReplacements: 1)),
      "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)",
    )
  }
  for key in ["allocateLoadBalancerNodePorts", "loadBalancerClass"]
  where spec[key].exists && !isBalanced {
    problems.forbidden(spec[key], "may only be used when `type` is 'LoadBalancer'")
  }
  if isBalanced, spec["loadBalancerClass"].exists {
    let name = spec["loadBalancerClass"]
    problems.invalid(name, qualifiedNameProblems(name.text))
  }
}

/// To which pods traffic goes: to all, or to those on the same node.
private func checkPolicies(_ spec: Place, _ problems: inout Problems) {
  problems.check(pointer: spec["internalTrafficPolicy"], oneOf: ["Cluster", "Local"])
  problems.check(
    pointer: spec["trafficDistribution"],
    oneOf: ["PreferClose", "PreferSameZone", "PreferSameNode"],
  )
  let health = spec["healthCheckNodePort"]
  let hasHealth =
    spec["type"].text == "LoadBalancer" && spec["externalTrafficPolicy"].text == "Local"
  if health.number ?? 0 != 0, !hasHealth {
    problems.invalid(
      health,
      "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'",
    )
  }
  let outer = spec["externalTrafficPolicy"]
  guard outer.exists else { return }
  let isExposed =
    ["NodePort", "LoadBalancer"].contains(spec["type"].text) || !spec["externalIPs"].isEmpty
  if isExposed {
    problems.check(outer, oneOf: ["Cluster", "Local"])
  } else {
    problems.invalid(outer, "may only be set for externally-accessible services")
  }
}

/// What the server advises against in a Service.
private func serviceWarnings(_ object: Place) -> [String] {
  let spec = object["spec"]
  let isHeadless = spec["clusterIP"].text == "None"
  var words: [String] = []
  if spec["type"].text != "ExternalName", !spec["externalName"].isEmpty {
    words.append("spec.externalName is ignored when spec.type is not \"ExternalName\"")
  }
  if isHeadless, !spec["loadBalancerIP"].isEmpty {
    words.append("spec.loadBalancerIP is ignored for headless services")
  }
  if isHeadless, !spec["externalIPs"].isEmpty {
    words.append("spec.externalIPs is ignored for headless services")
  }
  if !isHeadless, !spec["externalIPs"].isEmpty {
    words.append("spec.externalIPs is deprecated and may no longer be implemented in some clusters")
  }
  if isHeadless, spec["sessionAffinity"].text == "ClientIP" {
    words.append("spec.SessionAffinity is ignored for headless services")
  }
  if spec["trafficDistribution"].text == "PreferClose" {
    words.append("spec.trafficDistribution: \"PreferClose\" is deprecated; use \"PreferSameZone\"")
  }
  return words
}

extension String {
  /// Without the spaces and ends of lines that stand around an address.
  fileprivate var trimmingEnds: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

extension ClusterState {
  /// Refuses a changed Service that has one port on nodes twice.
  ///
  /// Ports are allocated before the object is looked at, and whoever does that says so in its own
  /// words.
  func checkDistinctNodePorts(_ object: JSON, _ resource: Resource) throws(APIStatus) {
    guard resource.qualifiedKind == "Service" else { return }
    var seen: Set<[JSON]> = []
    for port in Place(object)["spec"]["ports"].items {
      guard let number = port["nodePort"].number, number != 0 else { continue }
      let name = port["protocol"].text
      if seen.insert([.string(name), .integer(number)]).inserted { continue }
      throw APIStatus(code: 500, reason: "", message: "duplicate nodePort: {\(name) \(number)}")
    }
  }

  /// Refuses ports on nodes that are asked for from outside the range that there is for them.
  ///
  /// Whoever allocates them says so, after the object was found good, and of the first alone.
  func checkAllocation(_ asked: JSON, _ resource: Resource) throws(APIStatus) {
    guard resource.qualifiedKind == "Service" else { return }
    let wrong = Place(asked)["spec"]["ports"].items.map { $0["nodePort"] }.first { port in
      port.number.map { $0 != 0 && !(30_000...32_767).contains($0) } ?? false
    }
    guard let wrong else { return }
    var problems = Problems()
    problems.invalid(
      wrong,
      "provided port is not in the valid range. The range of valid ports is 30000-32767",
    )
    throw .invalid(resource, asked.name, problems.fields)
  }
}
