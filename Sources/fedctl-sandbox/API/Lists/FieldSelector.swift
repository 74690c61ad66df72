import JSON

/// A field selector: `metadata.name=a,status.phase!=b`.
struct FieldSelector: Sendable {
  /// One comparison of a field with a text.
  private struct Requirement: Sendable {
    let path: FieldPath
    let value: String
    let isEqual: Bool
  }

  private let requirements: [Requirement]

  /// Reads `a.b=c`, `a.b==c` and `a.b!=c`, with commas between them.
  ///
  /// Throws a 400 for what is none of these, and for fields that the kind is not chosen by.
  init(_ text: String, _ resource: Resource) throws(APIStatus) {
    let known = resource.selectableFields
    requirements = try text.split(separator: ",").map { (part) throws(APIStatus) in
      guard let sign = part.firstIndex(of: "=") else {
        throw .badRequest("invalid selector: '\(text)'; can't understand '\(part)'")
      }
      let isEqual = part[..<sign].last != "!"
      let key = isEqual ? part[..<sign] : part[..<sign].dropLast()
      guard known.contains(String(key)) else {
        throw .badRequest("field label not supported: \(key)")
      }
      let steps = key.split(separator: ".").map { FieldPath.Step.key(String($0)) }
      let value = String(part[sign...].drop { $0 == "=" })
      return Requirement(path: FieldPath(steps), value: value, isEqual: isEqual)
    }
  }

  /// A selector for the object of a name.
  init(name: String) {
    requirements = [
      Requirement(
        path: FieldPath(keys: "metadata", "name"),
        value: name,
        isEqual: true,
      )
    ]
  }

  /// Whether all requirements hold; a missing field has the empty text.
  func matches(_ object: JSON) -> Bool {
    requirements.allSatisfy { requirement in
      let value = object[requirement.path]
      let text = value?.stringValue ?? value?.text() ?? ""
      return (text == requirement.value) == requirement.isEqual
    }
  }
}

extension Resource {
  /// The fields that objects of a kind are chosen by, beside their labels.
  fileprivate var selectableFields: Set<String> {
    let own: [String: [String]] = [
      "Pod": [
        "spec.nodeName", "spec.restartPolicy", "spec.schedulerName", "spec.serviceAccountName",
        "spec.hostNetwork", "status.phase", "status.podIP", "status.podIPs",
        "status.nominatedNodeName",
      ],
      "Event": [
        "involvedObject.kind", "involvedObject.namespace", "involvedObject.name",
        "involvedObject.uid", "involvedObject.apiVersion", "involvedObject.resourceVersion",
        "involvedObject.fieldPath", "reason", "reportingComponent", "source", "type",
      ],
      "Secret": ["type"], "Service": ["spec.clusterIP", "spec.type"],
      "Namespace": ["status.phase", "name"], "Node": ["spec.unschedulable"],
      "Job": ["status.successful"],
    ]
    return Set(["metadata.name", "metadata.namespace"] + (own[kind] ?? []))
  }
}
