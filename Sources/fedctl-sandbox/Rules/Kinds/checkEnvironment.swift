import JSON

/// The fields of a pod that may be named whole; labels and annotations by one key as well.
private let fieldPaths: Set = [
  "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName",
  "spec.serviceAccountName", "status.hostIP", "status.podIP", "status.hostIPs", "status.podIPs",
]

/// The variables of a container and where their values come from.
func checkEnvironment(_ container: Place, _ problems: inout Problems) {
  for variable in container["env"].items {
    let name = variable["name"]
    if name.isEmpty {
      problems.required(name)
    } else {
      problems.invalid(name, variableNameProblems(name.text))
    }
    checkSource(variable, &problems)
  }
  for source in container["envFrom"].items {
    let kinds = ["configMapRef", "secretRef"].filter { source[$0].exists }
    if kinds.isEmpty {
      problems.invalid(source, "must specify one of: `configMapRef` or `secretRef`", showing: "")
    }
    if kinds.count > 1 {
      problems.invalid(source, "may not have more than one field specified at a time", showing: "")
    }
    for kind in kinds where source[kind]["name"].isEmpty {
      problems.required(source[kind]["name"])
    }
  }
}

/// Names of variables may be nearly anything since 1.34.
private func variableNameProblems(_ name: String) -> [String] {
  let isGood = name.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "=") }
  return isGood
    ? []
    : [
      "a valid environment variable name must consist only of printable ASCII characters other "
        + "than '='"
    ]
}

/// A variable has a value or one place that it comes from.
private func checkSource(_ variable: Place, _ problems: inout Problems) {
  let source = variable["valueFrom"]
  guard source.exists else { return }
  let kinds = ["fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef", "fileKeyRef"]
    .filter { source[$0].exists }
  if !variable["value"].isEmpty {
    problems.invalid(source, "may not be specified when `value` is not empty", showing: "")
  } else if kinds.isEmpty {
    problems.invalid(
      source,
      "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or "
        + "`fileKeyRef`",
      showing: "",
    )
  } else if kinds.count > 1 {
    problems.invalid(source, "may not have more than one field specified at a time", showing: "")
  }
  for kind in ["configMapKeyRef", "secretKeyRef"] where source[kind].exists {
    for key in ["name", "key"] where source[kind][key].isEmpty {
      problems.required(source[kind][key])
    }
  }
  if source["fieldRef"].exists { checkFieldPath(source["fieldRef"]["fieldPath"], &problems) }
}

/// The fields of its own pod that a container can be told.
private func checkFieldPath(_ path: Place, _ problems: inout Problems) {
  guard !path.isEmpty else { return problems.required(path) }
  let isEntry = ["metadata.annotations['", "metadata.labels['"].contains { path.text.hasPrefix($0) }
  guard !isEntry, !fieldPaths.contains(path.text) else { return }
  problems.invalid(path, "error converting fieldPath: field label not supported: \(path.text)")
}
