import JSON

/// What the server advises against in a pod's spec.
func podWarnings(_ spec: Place) -> [String] {
  labelWarnings(spec) + selectorWarnings(spec) + volumeWarnings(spec["volumes"])
    + containerWarnings(spec) + graceWarnings(spec["terminationGracePeriodSeconds"])
}

/// Labels of nodes that have other names by now.
private let oldNodeLabels = [
  "beta.kubernetes.io/arch": "deprecated since v1.14; use \"kubernetes.io/arch\" instead",
  "beta.kubernetes.io/os": "deprecated since v1.14; use \"kubernetes.io/os\" instead",
  "beta.kubernetes.io/instance-type":
    "deprecated since v1.17; use \"node.kubernetes.io/instance-type\" instead",
  "failure-domain.beta.kubernetes.io/region":
    "deprecated since v1.17; use \"topology.kubernetes.io/region\" instead",
  "failure-domain.beta.kubernetes.io/zone":
    "deprecated since v1.17; use \"topology.kubernetes.io/zone\" instead",
]

/// Nodes that are chosen, or told apart, by an old label.
private func labelWarnings(_ spec: Place) -> [String] {
  let chosen = spec["nodeSelector"].entries.compactMap { entry in
    oldNodeLabels[entry.key].map { "\(entry.place.path): \($0)" }
  }
  let spread = spec["topologySpreadConstraints"].items.compactMap { constraint in
    oldNodeLabels[constraint["topologyKey"].text].map {
      "\(constraint["topologyKey"].path): \(constraint["topologyKey"].text) is \($0)"
    }
  }
  return chosen + spread
}

/// Pods to be near, or apart from, or spread beside, that nobody chose.
private func selectorWarnings(_ spec: Place) -> [String] {
  let kinds = ["podAffinity", "podAntiAffinity"].map { spec["affinity"][$0] }
  let terms = kinds.flatMap { kind in
    kind["requiredDuringSchedulingIgnoredDuringExecution"].items
      + kind["preferredDuringSchedulingIgnoredDuringExecution"].items.map { $0["podAffinityTerm"] }
  }
  return (terms + spec["topologySpreadConstraints"].items)
    .filter { !$0["labelSelector"].exists }
    .map { "\($0["labelSelector"].path): a null labelSelector results in matching no pod" }
}

/// Volumes that have nothing in them.
private func volumeWarnings(_ volumes: Place) -> [String] {
  volumes.items.filter { volume in
    volume["projected"].exists
      && volume["projected"]["sources"].items.allSatisfy { $0.members.isEmpty }
  }
  .map { "volume \(($0["name"].value ?? "").text()) (Projected) has no sources provided" }
}

/// Variables that hide others, ports on addresses of no node, and parts of bytes.
private func containerWarnings(_ spec: Place) -> [String] {
  (spec["initContainers"].items + spec["containers"].items).flatMap { container in
    var names: Set<String> = []
    let hidden = container["env"].items.filter { !names.insert($0["name"].text).inserted }.map {
      "\($0.path): hides previous definition of \(($0["name"].value ?? "").text()), which may be "
        + "dropped when using apply"
    }
    return hidden + fractionWarnings(container["resources"])
  }
}

/// Bytes do not come in parts.
private func fractionWarnings(_ resources: Place) -> [String] {
  ["limits", "requests"].flatMap { part in
    resources[part].entries.filter { entry in
      ["memory", "ephemeral-storage"].contains(entry.key) && entry.place.text.hasSuffix("m")
    }
    .map { entry in
      "\(entry.place.path): fractional byte value \((entry.place.value ?? "").text()) is invalid, "
        + "must be an integer"
    }
  }
}

/// The time that a pod has to end.
private func graceWarnings(_ grace: Place) -> [String] {
  guard let seconds = grace.number, seconds < 0 else { return [] }
  return ["\(grace.path): must be >= 0; negative values are invalid and will be treated as 1"]
}
