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
  let list = container["envFrom"]
  for source in list.items {
    let kinds = ["configMapRef", "secretRef"].filter { source[$0].exists }
    if !source["prefix"].isEmpty {
      problems.invalid(source["prefix"], variableNameProblems(source["prefix"].text))
    }
    for kind in kinds {
      let name = source[kind]["name"]
      if name.isEmpty {
        problems.required(name)
      } else {
        problems.invalid(name, subdomainProblems(name.text))
      }
    }
    // Paths of these name the list alone.
    if kinds.isEmpty {
      problems.invalid(list, "must specify one of: `configMapRef` or `secretRef`", showing: "")
    }
    if kinds.count > 1 {
      problems.invalid(list, "may not have more than one field specified at a time", showing: "")
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
    let (name, key) = (source[kind]["name"], source[kind]["key"])
    problems.invalid(name, subdomainProblems(name.text), showing: .string(name.text))
    if key.isEmpty {
      problems.required(key)
    } else {
      problems.invalid(key, configKeyProblems(key.text))
    }
  }
  if source["fieldRef"].exists { checkFieldPath(source["fieldRef"]["fieldPath"], &problems) }
  if source["resourceFieldRef"].exists {
    checkResourceField(source["resourceFieldRef"], namesContainer: false, &problems)
  }
}

/// The amounts that a container can be told of itself, beside those of huge pages.
private let resourceFields = [
  "limits.cpu", "limits.ephemeral-storage", "limits.memory", "requests.cpu",
  "requests.ephemeral-storage", "requests.memory",
]

/// An amount that a container asks for, or may use, in some unit.
///
/// `namesContainer` is whether it has to be said whose, as in a volume.
func checkResourceField(_ field: Place, namesContainer: Bool, _ problems: inout Problems) {
  let resource = field["resource"]
  if namesContainer, field["containerName"].isEmpty {
    problems.required(field["containerName"])
  } else if resource.isEmpty {
    problems.required(resource)
  } else if !resourceFields.contains(resource.text),
    !["limits.hugepages-", "requests.hugepages-"].contains(where: resource.text.hasPrefix)
  {
    problems.unsupported(resource, resourceFields)
  }
  checkDivisor(field["divisor"], of: resource.text, &problems)
}

/// The unit of an amount: whole CPUs or thousandths, and powers of ten or two for all else.
private func checkDivisor(_ divisor: Place, of resource: String, _ problems: inout Problems) {
  guard divisor.exists, divisor.text != "0" else { return }
  let units =
    resource.hasSuffix(".cpu")
    ? ["1m", "1"]
    : ["1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei"]
  guard resourceFields.contains(resource), !units.contains(divisor.text) else { return }
  problems.invalid(divisor, "only divisor's values \(units.joined(separator: ", ")) are supported")
}

/// The fields of its own pod that a container can be told.
func checkFieldPath(_ path: Place, _ problems: inout Problems) {
  guard !path.isEmpty else { return problems.required(path) }
  let isEntry = ["metadata.annotations['", "metadata.labels['"].contains { path.text.hasPrefix($0) }
  guard !isEntry, !fieldPaths.contains(path.text) else { return }
  problems.invalid(path, "error converting fieldPath: field label not supported: \(path.text)")
}
