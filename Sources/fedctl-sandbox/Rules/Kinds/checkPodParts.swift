import JSON

/// Where a pod looks names up; one that follows no policy has to say where.
func checkResolver(_ spec: Place, _ problems: inout Problems) {
  let config = spec["dnsConfig"]
  if spec["dnsPolicy"].text == "None" {
    if !config.exists {
      return problems.required(config, "must provide `dnsConfig` when `dnsPolicy` is None")
    }
    if config["nameservers"].isEmpty {
      return problems.required(
        config["nameservers"],
        "must provide at least one DNS nameserver when `dnsPolicy` is None",
      )
    }
  }
  if config["nameservers"].items.count > 3 {
    problems.invalid(config["nameservers"], "must not have more than 3 nameservers")
  }
  for server in config["nameservers"].items { checkAddress(server, &problems) }
  for domain in config["searches"].items {
    let name = domain.text.hasSuffix(".") ? String(domain.text.dropLast()) : domain.text
    problems.invalid(domain, subdomainProblems(name), showing: .string(domain.text))
  }
  for option in config["options"].items where option["name"].isEmpty {
    problems.required(option.renamed("\(config.path).options"), "must not be empty")
  }
}

/// The rarer parts of a pod's spec: its system, gates, claims of devices and what it takes itself.
func checkPodParts(_ spec: Place, _ problems: inout Problems) {
  let system = spec["os"]
  if system.exists {
    if system["name"].isEmpty {
      problems.required(system["name"])
    } else if !["linux", "windows"].contains(system["name"].text) {
      problems.unsupported(system, ["linux", "windows"], showing: system["name"].value)
    }
  }
  for gate in spec["readinessGates"].items {
    let type = gate["conditionType"]
    problems.invalid(type, qualifiedNameProblems(type.text), showing: .string(type.text))
  }
  checkGates(spec["schedulingGates"], &problems)
  for claim in spec["resourceClaims"].items { checkDeviceClaim(claim, &problems) }
  checkPodResources(spec["resources"], &problems)
  let overhead = spec["overhead"].renamed("\(spec["overhead"].path).limits")
  for (name, place) in overhead.entries { checkResourceName(name, place, &problems) }
  let deadline = spec["activeDeadlineSeconds"]
  if let seconds = deadline.number, !(1...2_147_483_647).contains(seconds) {
    problems.invalid(deadline, "must be between 1 and 2147483647, inclusive")
  }
}

/// What has to be taken away before a pod is given a node; paths name no member.
private func checkGates(_ gates: Place, _ problems: inout Problems) {
  var seen: Set<String> = []
  for gate in gates.items {
    let name = gate["name"].text
    problems.invalid(gate, qualifiedNameProblems(name), showing: .string(name))
    if !seen.insert(name).inserted { problems.duplicate(gate, showing: .string(name)) }
  }
}

/// Devices, which come from one claim or are claimed by one template.
private func checkDeviceClaim(_ claim: Place, _ problems: inout Problems) {
  if claim["name"].isEmpty {
    problems.required(claim["name"])
  } else {
    problems.invalid(claim["name"], labelProblems(claim["name"].text))
  }
  let sources = ["resourceClaimName", "resourceClaimTemplateName"].filter { claim[$0].exists }
  guard sources.count != 1 else { return }
  problems.invalid(
    claim,
    sources.isEmpty
      ? "must specify one of: `resourceClaimName`, `resourceClaimTemplateName`"
      : "at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified",
  )
}

/// What all containers of a pod may take together: less may be named than for one.
private func checkPodResources(_ resources: Place, _ problems: inout Problems) {
  for part in ["limits", "requests"] {
    for (name, place) in resources[part].entries {
      problems.invalid(place, qualifiedNameProblems(name), showing: .string(name))
      guard !name.contains("/"), !name.hasPrefix("hugepages-"), !["cpu", "memory"].contains(name)
      else { continue }
      problems.invalid(
        place,
        "must be a standard resource type or fully qualified",
        showing: .string(name),
      )
    }
  }
  // An empty list is one too.
  guard resources.value?["claims"] != nil else { return }
  problems.forbidden(resources["claims"], "claims may not be set for Resources at pod-level")
}
