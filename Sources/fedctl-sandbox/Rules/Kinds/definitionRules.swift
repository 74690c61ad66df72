import JSON

/// CustomResourceDefinition: its name, and one version that is stored.
let definitionRules = KindRules(
  check: { object, problems in
    let spec = object["spec"]
    let name = "\(spec["names"]["plural"].text).\(spec["group"].text)"
    if object["metadata"]["name"].text != name {
      problems.invalid(
        object["metadata"]["name"],
        "must be spec.names.plural+\".\"+spec.group",
      )
    }
    if spec["group"].isEmpty { problems.required(spec["group"]) }
    if spec["scope"].isEmpty { problems.required(spec["scope"]) }
    problems.check(spec["scope"], oneOf: ["Cluster", "Namespaced"])
    for key in ["plural", "singular", "kind", "listKind"] where spec["names"][key].isEmpty {
      problems.required(spec["names"][key])
    }
    checkVersions(spec["versions"], &problems)
  },
  checkChange: { object, live, problems in
    for key in ["group", "scope"] {
      checkImmutable(object["spec"][key], live["spec"][key], &problems)
    }
  },
)

/// One version is stored, and each has a schema.
private func checkVersions(_ versions: Place, _ problems: inout Problems) {
  let stored = versions.items.filter(\.["storage"].isTrue)
  if stored.count != 1 {
    problems.invalid(
      versions,
      "must have exactly one version marked as storage version",
      showing: versions.value ?? [],
    )
  }
  for version in versions.items {
    problems.invalid(version["name"], labelProblems(version["name"].text))
    if !version["schema"]["openAPIV3Schema"].exists {
      problems.required(version["schema"]["openAPIV3Schema"], "schemas are required")
    }
  }
}
