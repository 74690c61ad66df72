import JSON

/// What every write is refused for, whatever its kind.
extension ClusterState {
  /// A body with the kind, name and namespace of the place it was sent to.
  func addressed(
    _ body: JSON,
    _ resource: Resource,
    _ name: ObjectName,
  ) throws(APIStatus) -> JSON {
    // Kind and version may be missing, but not be others: the path says them already.
    guard case .object(var object) = body else {
      throw .badRequest("the body of the request is no object")
    }
    for (key, expected) in [("apiVersion", resource.apiVersion), ("kind", resource.kind)] {
      if let given = object[key]?.stringValue, given != expected {
        throw .badRequest(
          "\(given) in version \"\(object["apiVersion"]?.stringValue ?? "")\" cannot be handled "
            + "as a \(resource.kind)"
        )
      }
      object[key] = .string(expected)
    }
    if !body.namespace.isEmpty, body.namespace != name.namespace {
      throw .badRequest(
        "the namespace of the provided object does not match the namespace sent on the request"
      )
    }
    if !body.name.isEmpty, !name.name.isEmpty, body.name != name.name {
      throw .badRequest(
        "the name of the object (\(body.name)) does not match the name on the URL (\(name.name))"
      )
    }
    return try placed(.object(object), resource, name)
  }

  /// An object of a definition's kind says that it is one, and of which version.
  func checkKind(of body: Body, _ resource: Resource) throws(APIStatus) {
    guard resource.isCustom, body.isSent, !body.isPatched, body.value.objectValue != nil else {
      return
    }
    let version = body.value["apiVersion"]?.stringValue ?? ""
    let kind = body.value["kind"]?.stringValue ?? ""
    guard kind.isEmpty else {
      if version != resource.apiVersion {
        throw .badRequest(
          "the API version in the data (\(version)) does not match the expected API version "
            + "(\(resource.apiVersion))"
        )
      }
      if kind != resource.kind {
        var problems = Problems()
        let place = Place(.string(kind), at: "kind")
        problems.invalid(place, "must be \(resource.kind)")
        throw .invalid(kind: kind, group: resource.group, body.value.name, problems.fields)
      }
      return
    }
    let text = body.value.text()
    throw .badRequest(
      "the object provided is unrecognized (must be of type \(resource.kind)): Object 'Kind' is "
        + "missing in '\(text)' (\(text))"
    )
  }

  /// A body that is taken for an object of a place, whatever it says itself.
  func placed(
    _ body: JSON,
    _ resource: Resource,
    _ name: ObjectName,
  ) throws(APIStatus) -> JSON {
    guard case .object = body else {
      throw .badRequest("the body of the request is no object")
    }
    var result = body
    if !name.name.isEmpty { result.setMetadata("name", to: .string(name.name)) }
    if resource.isNamespaced { result.setMetadata("namespace", to: .string(name.namespace)) }
    return result
  }

  /// Refuses objects for a namespace that is not there (404) or is going (403).
  func checkNamespace(
    _ namespace: String,
    _ resource: Resource,
    _ name: String,
  ) throws(APIStatus) {
    guard resource.isNamespaced else { return }
    guard let home = objects["namespaces"]?[ObjectName(namespace: "", name: namespace)] else {
      throw .namespaceNotFound(namespace)
    }
    guard home.isTerminating else { return }
    throw APIStatus(
      code: 403,
      reason: "Forbidden",
      message:
        "\(resource.qualifiedName) \"\(name)\" is forbidden: unable to create new content in "
        + "namespace \(namespace) because it is being terminated",
      details: [
        "name": .string(name), "kind": .string(resource.plural),
        "causes": [
          [
            "reason": "NamespaceTerminating",
            "message": .string("namespace \(namespace) is being terminated"),
            "field": "metadata.namespace",
          ]
        ],
      ],
    )
  }

  /// Holds the uid and version that a body names against the live ones (409).
  ///
  /// Of a patch's outcome the uid is looked at later, as a field that may not change.
  func checkPreconditions(
    _ object: JSON,
    _ live: JSON,
    _ resource: Resource,
    withUID: Bool = true,
  ) throws(APIStatus) {
    if withUID, !object.uid.isEmpty, object.uid != live.uid {
      throw .conflict(
        resource,
        live.name,
        "Precondition failed: UID in precondition: \(object.uid), UID in object meta: \(live.uid)",
      )
    }
    if !object.resourceVersion.isEmpty, object.resourceVersion != live.resourceVersion {
      throw .outdated(resource, live.name)
    }
  }
}

extension JSON {
  /// Refuses a version that is no number, in the words of Go's reader of numbers.
  func checkVersion() throws(APIStatus) {
    let text = resourceVersion
    guard !text.isEmpty, UInt64(text) == nil || text.hasPrefix("+") else { return }
    let isNumber = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    throw APIStatus(
      code: 500,
      reason: "",
      message: "strconv.ParseUint: parsing \(JSON.string(text).text()): "
        + (isNumber ? "value out of range" : "invalid syntax"),
    )
  }
}
