import JSON

/// NetworkPolicy: ports, and peers that are named in some way.
let networkPolicyRules = KindRules(
  check: { object, problems in
    let spec = object["spec"]
    checkSelector(spec["podSelector"], &problems)
    for (direction, peers) in [("ingress", "from"), ("egress", "to")] {
      for rule in spec[direction].items {
        for port in rule["ports"].items { checkPolicyPort(port, &problems) }
        for peer in rule[peers].items { checkPeer(peer, &problems) }
      }
    }
    let types = spec["policyTypes"]
    if types.items.count > 2 {
      problems.invalid(types, "may not specify more than two policyTypes")
    }
    for type in types.items where !["Ingress", "Egress"].contains(type.text) {
      problems.unsupported(type, ["Ingress", "Egress"])
    }
  }
)

/// A port by number or name, or a range of numbers.
private func checkPolicyPort(_ port: Place, _ problems: inout Problems) {
  problems.check(pointer: port["protocol"], oneOf: ["TCP", "UDP", "SCTP"])
  let (first, last) = (port["port"], port["endPort"])
  checkPort(first, &problems)
  guard let end = last.number else { return }
  guard first.exists else {
    return problems.invalid(last, "may not be specified when `port` is not specified")
  }
  guard let start = first.number else {
    return problems.invalid(last, "may not be specified when `port` is non-numeric")
  }
  if end < start { problems.invalid(last, "must be greater than or equal to `port`") }
  checkPortNumber(last, &problems)
}

/// Pods and namespaces may be chosen together; addresses stand alone.
private func checkPeer(_ peer: Place, _ problems: inout Problems) {
  // An empty selector is a peer, and chooses all; no selector is none.
  let sources = ["podSelector", "namespaceSelector", "ipBlock"].filter { peer[$0].exists }
  if sources.isEmpty { problems.required(peer, "must specify a peer") }
  if sources.count > 1, peer["ipBlock"].exists {
    problems.forbidden(peer, "may not specify both ipBlock and another peer")
  }
  checkSelector(peer["podSelector"], &problems)
  checkSelector(peer["namespaceSelector"], &problems)
  guard peer["ipBlock"].exists else { return }
  let range = peer["ipBlock"]["cidr"]
  if range.isEmpty {
    problems.required(range)
  } else if !isAddressRange(range.text) {
    problems.invalid(range, "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)")
  }
  for part in peer["ipBlock"]["except"].items where !isAddressRange(part.text) {
    problems.invalid(
      part,
      "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)",
      showing: .string(part.text),
    )
  }
}
