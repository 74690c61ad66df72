import JSON

/// Service: only one that asks for a load balancer has its entries.
@Sendable func checkServiceStatus(
  _ object: Place,
  _ live: Place,
  _ problems: inout Problems,
) {
  let entries = object["status"]["loadBalancer"]["ingress"]
  if object["spec"]["type"].text != "LoadBalancer", !entries.isEmpty {
    problems.forbidden(entries, "may only be used when `spec.type` is 'LoadBalancer'")
  } else {
    checkEntries(entries, withMode: true, &problems)
  }
}

/// Where a load balancer or an Ingress is reached: by addresses or names.
///
/// Of a Service it is said too how an address is used.
func checkEntries(_ entries: Place, withMode: Bool, _ problems: inout Problems) {
  for entry in entries.items {
    let (address, mode, name) = (entry["ip"], entry["ipMode"], entry["hostname"])
    if !address.isEmpty { checkAddress(address, &problems) }
    if withMode, mode.exists {
      if address.isEmpty {
        problems.forbidden(mode, "may not be specified when `ip` is not set")
      } else {
        problems.check(pointer: mode, oneOf: ["Proxy", "VIP"])
      }
    }
    guard !name.isEmpty else { continue }
    problems.invalid(name, subdomainProblems(name.text))
    if isAddress(name.text) {
      problems.invalid(name, "must be a DNS name, not an IP address")
    }
  }
}

/// Pod: its addresses are some, at most one a family, and what it was given at birth stays.
@Sendable func checkPodStatus(_ object: Place, _ live: Place, _ problems: inout Problems) {
  let (status, before) = (object["status"], live["status"])
  for condition in status["conditions"].items {
    let type = condition["type"]
    problems.invalid(
      type.renamed("\(condition.path).Type"),
      qualifiedNameProblems(type.text),
      showing: .string(type.text),
    )
  }
  let node = status["nominatedNodeName"]
  if !node.isEmpty, node.text != before["nominatedNodeName"].text {
    problems.invalid(node, subdomainProblems(node.text))
  }
  if let number = status["observedGeneration"].number, number < 0 {
    problems.invalid(status["observedGeneration"], "must be a non-negative integer")
  }
  let quality = status["qosClass"]
  let own = before["qosClass"].text
  if !quality.isEmpty, quality.text != (own.isEmpty ? qualityClass(of: live["spec"]) : own) {
    problems.invalid(quality, "field is immutable")
  }
  checkPodAddresses(status, &problems)
}

/// How well a pod is served where resources are short, by what its containers ask for.
func qualityClass(of spec: Place) -> String {
  let parts = (spec["containers"].items + spec["initContainers"].items).map { $0["resources"] }
  if parts.allSatisfy({ $0["requests"].isEmpty && $0["limits"].isEmpty }) { return "BestEffort" }
  let isGuaranteed = parts.allSatisfy { part in
    ["cpu", "memory"].allSatisfy { name in
      let limit = part["limits"].entry(name)
      let request = part["requests"].entry(name)
      return limit.exists && (!request.exists || request.text == limit.text)
    }
  }
  return isGuaranteed ? "Guaranteed" : "Burstable"
}

/// The first address of a pod is also told by itself.
private func checkPodAddresses(_ status: Place, _ problems: inout Problems) {
  let list = status["podIPs"]
  var texts = list.items.map { $0["ip"].text }
  if texts.isEmpty, !status["podIP"].isEmpty { texts = [status["podIP"].text] }
  for (number, text) in texts.enumerated() {
    let place = Place(.string(text), at: "\(list.path)[\(number)]")
    checkAddress(place, &problems)
  }
  let families = texts.filter(isAddress).map { $0.contains(":") }
  guard families.count == texts.count, texts.count > Set(families).count else { return }
  problems.invalid(
    list,
    "may specify no more than one IP for each IP family",
    showing: .array(texts.map { ["IP": .string($0)] }),
  )
}

/// PersistentVolumeClaim: what is there, and how far a change of its size has come.
@Sendable func checkClaimStatus(_ object: Place, _ live: Place, _ problems: inout Problems) {
  let status = object["status"]
  for (_, size) in status["capacity"].entries {
    guard let amount = try? Quantity(size.text), amount < .zero else { continue }
    let why = "must be a valid resource quantity"
    problems.add(.invalid, size.path, "Invalid value: \(size.text): \(why)")
  }
  let (steps, sizes) = (status["allocatedResourceStatuses"], status["allocatedResources"])
  for (name, step) in steps.entries {
    checkKey(name, steps, &problems)
    let known = [
      "ControllerResizeInProgress", "ControllerResizeInfeasible", "NodeResizeInProgress",
      "NodeResizeInfeasible", "NodeResizePending",
    ]
    if !known.contains(step.text) { problems.unsupported(steps, known, showing: .string(name)) }
  }
  for (name, _) in sizes.entries { checkKey(name, sizes, &problems) }
}

/// A claim has no size but that of its storage.
private func checkKey(_ name: String, _ place: Place, _ problems: inout Problems) {
  guard name != "storage", !name.contains("/") else { return }
  problems.unsupported(place, ["storage"], showing: .string(name))
}
