import JSON

extension ClusterState {
  /// A definition's kinds are served from here on, and its status says so.
  mutating func establish(_ definition: JSON) {
    guard definition["status"]?["conditions"] == nil, !definition.isTerminating else { return }
    let served = resources(of: definition)
    for resource in served where !resources.contains(where: { $0.isSame(as: resource) }) {
      resources.append(resource)
    }
    let names = definition["spec"]?["names"] ?? [:]
    setStatus(
      [
        "acceptedNames": names, "storedVersions": .array(served.map { .string($0.version) }),
        "conditions": [
          condition("NamesAccepted", true, "NoConflicts", ["message": "no conflicts found"]),
          condition(
            "Established",
            true,
            "InitialNamesAccepted",
            ["message": "the initial names have been accepted"],
          ),
        ],
      ],
      of: definition,
      by: "kube-apiserver",
    )
  }

  /// A definition that is deleted takes its kinds and all their objects with it.
  mutating func withdrawResource(_ definition: JSON) {
    for gone in resources(of: definition) {
      for object in list(gone, in: nil) { drop(object, gone) }
      resources.removeAll { $0.isSame(as: gone) && !builtInResources.contains($0) }
    }
  }

  private func resources(of definition: JSON) -> [Resource] {
    let spec = definition["spec"]
    let names = spec?["names"]
    let versions = (spec?["versions"]?.arrayValue ?? []).filter { $0["served"] == true }
    return versions.map { version in
      Resource(
        group: spec?["group"]?.stringValue ?? "",
        version: version["name"]?.stringValue ?? "",
        kind: names?["kind"]?.stringValue ?? "",
        plural: names?["plural"]?.stringValue ?? "",
        shortNames: (names?["shortNames"]?.arrayValue ?? []).compactMap(\.stringValue),
        isNamespaced: spec?["scope"] != "Cluster",
        subresources: version["subresources"]?["status"] == nil ? [] : ["status"],
        isCustom: true,
      )
    }
  }
}

extension Resource {
  func isSame(as other: Resource) -> Bool {
    qualifiedName == other.qualifiedName && version == other.version
  }
}
