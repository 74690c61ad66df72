import JSON

/// The forms of PATCH.
extension ClusterState {
  mutating func patch(
    _ body: [UInt8],
    type: String,
    _ resource: Resource,
    _ name: ObjectName,
    _ options: WriteOptions,
  ) throws(APIStatus) -> (object: JSON, isNew: Bool) {
    let patch = try decoded(body)
    if type.hasPrefix("application/apply-patch") {
      return try apply(patch, resource, name, options)
    }
    guard let live = object(resource, name) else { throw .notFound(resource, name.name) }
    let result: JSON
    switch type.prefix(while: { $0 != ";" }) {
    case "application/merge-patch+json": result = mergePatched(live, patch)
    case "application/json-patch+json": result = try jsonPatched(live, patch)
    case "application/strategic-merge-patch+json" where !resource.isCustom:
      result = strategicallyPatched(live, patch, schema(of: resource))
    default: throw .unsupportedMediaType(type)
    }
    let valid = try options.validatedPatch(result, resource, schema(of: resource))
    return (try update(valid, resource, name, options), false)
  }

  private mutating func apply(
    _ configuration: JSON,
    _ resource: Resource,
    _ name: ObjectName,
    _ options: WriteOptions,
  ) throws(APIStatus) -> (object: JSON, isNew: Bool) {
    try checkApply(configuration, resource, options)
    let configuration = try addressed(configuration, resource, name)
    try options.validatedConfiguration(configuration, resource, schema(of: resource))
    let live = object(resource, name)
    if let live {
      try checkSameUID(configuration, live, resource)
      try checkPreconditions(configuration, live, resource)
    } else if !configuration.uid.isEmpty {
      throw .conflict(
        resource,
        name.name,
        "uid mismatch: the provided object specified uid \(configuration.uid), and no existing "
          + "object was found",
      )
    }
    let result: JSON
    do throws(ApplyConflicts) {
      result = try applyConfiguration(
        configuration,
        to: live,
        by: options.writer(resource.apiVersion, at: timestamp()),
        force: options.isForced,
        schema(of: resource),
        normalize: { defaulted($0, resource, live) },
      )
    } catch {
      throw error.status
    }
    guard let live else { return (try createApplied(result, resource, options), true) }
    let next = result.keepingIdentity(of: live)
    return (try admit(next, over: live, resource, options, recordsUpdate: false), false)
  }

  private func checkApply(
    _ configuration: JSON,
    _ resource: Resource,
    _ options: WriteOptions,
  ) throws(APIStatus) {
    if options.fieldManager == nil {
      let field = InvalidField(
        reason: .required,
        message: "Required value: is required for apply patch",
        path: "fieldManager",
      )
      throw .invalidOptions([field])
    }
    if configuration["metadata"]?["managedFields"] != nil {
      throw .badRequest("metadata.managedFields must be nil")
    }
    if let version = configuration["apiVersion"]?.stringValue, version != resource.apiVersion {
      throw .badRequest(
        "invalid object type: \(version), Kind=\(configuration["kind"]?.stringValue ?? "")"
      )
    }
  }

  private func checkSameUID(
    _ configuration: JSON,
    _ live: JSON,
    _ resource: Resource,
  ) throws(APIStatus) {
    guard !configuration.uid.isEmpty, configuration.uid != live.uid else { return }
    let field = InvalidField(
      reason: .invalid,
      message: "Invalid value: \"\(configuration.uid)\": field is immutable",
      path: "metadata.uid",
    )
    throw .invalid(resource, live.name, [field])
  }

  func schema(of resource: Resource) -> Schema {
    Schemas.known.kind(resource.kind, version: resource.apiVersion)
  }
}

extension APIStatus {
  static func invalidOptions(_ fields: [InvalidField]) -> APIStatus {
    let options = Resource(group: "meta.k8s.io", version: "v1", kind: "PatchOptions", plural: "")
    return .invalid(options, "", fields)
  }
}

/// A body, which is JSON or protobuf; whatever cannot be read is a 400.
func decoded(_ body: [UInt8]) throws(APIStatus) -> JSON {
  if let object = try decodedProtobuf(body) { return object }
  do throws(JSONError) {
    return try JSON(parsing: body)
  } catch {
    throw .badRequest("the body of the request cannot be read: \(error)")
  }
}
