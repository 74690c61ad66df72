import JSON

extension ClusterState {
  /// A definition's kinds are served from here on, and its status says so.
  mutating func establish(_ definition: JSON) {
    // Once is enough: a definition that was changed keeps the kinds that it has.
    guard definition["status"]?["conditions"] == nil, !definition.isTerminating else { return }
    let served = resources(of: definition)
    for resource in served where !resources.contains(where: { $0.isSame(as: resource) }) {
      resources.append(resource)
    }
    learnSchemas(of: definition)
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
      customSchemas["\(gone.apiVersion) \(gone.kind)"] = nil
    }
  }

  /// The types that a definition gives its kinds; one that leaves all open teaches nothing.
  mutating func learnSchemas(of definition: JSON) {
    let spec = definition["spec"]
    for version in spec?["versions"]?.arrayValue ?? [] {
      guard let schema = version["schema"]?["openAPIV3Schema"], schema["properties"] != nil else {
        continue
      }
      let group = spec?["group"]?.stringValue ?? ""
      let kind = spec?["names"]?["kind"]?.stringValue ?? ""
      let name = "\(group)/\(version["name"]?.stringValue ?? "") \(kind)"
      customSchemas[name] = Schemas.known.kind(definedBy: schema)
    }
  }

  /// The kinds that a definition's served versions make.
  private func resources(of definition: JSON) -> [Resource] {
    let spec = definition["spec"]
    var told = spec?["names"]?.objectValue ?? [:]
    told["scope"] = spec?["scope"]
    let versions = (spec?["versions"]?.arrayValue ?? []).filter { $0["served"] == true }
    return versions.map { version in
      told["subresources"] = version["subresources"]
      told["columns"] = version["additionalPrinterColumns"]
      return Resource(
        defined: .object(told),
        group: spec?["group"]?.stringValue ?? "",
        version: version["name"]?.stringValue ?? "",
        kind: told["kind"]?.stringValue ?? "",
      )
    }
  }
}

extension Resource {
  /// Whether two are one kind in one version, however they are shown.
  func isSame(as other: Resource) -> Bool {
    qualifiedName == other.qualifiedName && version == other.version
  }
}
