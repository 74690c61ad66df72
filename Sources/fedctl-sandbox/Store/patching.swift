import JSON

/// The forms of PATCH.
extension ClusterState {
  /// Does a patch of a media type; only apply makes an object that is not there.
  mutating func patch(
    _ body: [UInt8],
    type: String,
    _ resource: Resource,
    _ name: ObjectName,
    _ options: WriteOptions,
  ) throws(APIStatus) -> Outcome {
    let type = type.prefix { $0 != ";" }
    if type == "application/apply-patch+yaml" {
      return try apply(Body(yaml: body), resource, name, options)
    }
    let form = try PatchForm(type, resource)
    guard let live = object(resource, name) else { throw .notFound(resource, name.name) }
    let patch = try form.decoded(body)
    let patched = try form.patched(live, patch, schema(of: resource))
    return try update(Body(patched, isPatched: true), resource, name, options)
  }

  /// Server-side apply, in the API server's order: first what is wrong with the body alone, then
  /// what is wrong beside the live object, then conflicts, then what does not convert, and the content last.
  private mutating func apply(
    _ body: Body,
    _ resource: Resource,
    _ name: ObjectName,
    _ options: WriteOptions,
  ) throws(APIStatus) -> Outcome {
    try checkDuplicates(body, options)
    try checkApply(body.value, resource)
    let schema = schema(of: resource)
    let live = object(resource, name)
    let configuration = try configuration(body.value, for: live, resource, name, options)
    // Types are looked at on the configuration as it was sent, before anything of the live object
    // is merged in; conversion to Go's structs comes after the merge.
    try options.checkTypes(configuration, resource, schema)
    // What this way of writing cannot change is not claimed either, whatever the configuration
    // says.
    let applied = configuration.forApply(to: options.subresource, resource)
    let result = try merged(applied, with: live, resource, options)
      .notingLastApplied(body.value, by: options)
    try options.checkConversion(configuration, resource, schema)
    var outcome: Outcome
    if let live {
      _ = try addressed(body.value, resource, name)
      outcome = try replace(live, with: result, asked: configuration, resource, options)
    } else {
      outcome = try createApplied(result, resource, options)
    }
    if options.fieldValidation == .warn { outcome.warnings = body.duplicates + outcome.warnings }
    return outcome
  }

  /// Duplicate keys are the one fault of a text that lenient clients may have: the last value counts then.
  private func checkDuplicates(_ body: Body, _ options: WriteOptions) throws(APIStatus) {
    guard options.fieldValidation == .strict, !body.duplicates.isEmpty else { return }
    throw .badRequest(
      "error strict decoding YAML: error converting YAML to JSON: yaml: unmarshal errors:\n  "
        + body.duplicates.joined(separator: "\n  ")
    )
  }

  /// What is applied, at the place that it was sent to.
  ///
  /// Beside a live object, what was sent for another name or version is refused only after
  /// conflicts; without one, at once, as is who says its uid.
  private func configuration(
    _ body: JSON,
    for live: JSON?,
    _ resource: Resource,
    _ name: ObjectName,
    _ options: WriteOptions,
  ) throws(APIStatus) -> JSON {
    guard live == nil else { return try placed(body, resource, name) }
    // A part of what is not there makes nothing.
    if !options.subresource.isEmpty { throw .notFound(resource, name.name) }
    let configuration = try addressed(body, resource, name)
    try configuration.checkVersion()
    guard configuration.uid.isEmpty else {
      throw .conflict(
        resource,
        name.name,
        "uid mismatch: the provided object specified uid \(configuration.uid), and no existing "
          + "object was found",
      )
    }
    return configuration
  }

  /// Puts what apply has come to in a live object's place.
  private mutating func replace(
    _ live: JSON,
    with result: JSON,
    asked configuration: JSON,
    _ resource: Resource,
    _ options: WriteOptions,
  ) throws(APIStatus) -> Outcome {
    try configuration.checkVersion()
    try checkPreconditions(configuration, live, resource, withUID: false)
    var next = result.keepingIdentity(of: live)
    // Who names another object by its uid is refused for that, as for all that cannot change.
    if !configuration.uid.isEmpty { next.setMetadata("uid", to: .string(configuration.uid)) }
    return try admit(next, over: live, resource, options, recordsUpdate: false)
  }

  /// The live object with a configuration applied; throws a 409 for conflicts.
  private func merged(
    _ configuration: JSON,
    with live: JSON?,
    _ resource: Resource,
    _ options: WriteOptions,
  ) throws(APIStatus) -> JSON {
    do throws(ApplyConflicts) {
      return try applyConfiguration(
        configuration,
        to: live,
        by: options.writer(resource.apiVersion, at: now),
        force: options.isForced,
        forms(of: resource),
      )
    } catch {
      throw error.status
    }
  }

  /// A configuration says its own kind, and nothing of owners.
  func checkApply(_ configuration: JSON, _ resource: Resource) throws(APIStatus) {
    let version = configuration["apiVersion"]?.stringValue ?? ""
    let kind = configuration["kind"]?.stringValue ?? ""
    guard version == resource.apiVersion, kind == resource.kind else {
      let shown = version.contains("/") ? version : "/\(version)"
      throw .badRequest("invalid object type: \(shown), Kind=\(kind)")
    }
    if configuration["metadata"]?["managedFields"] != nil {
      throw .badRequest("metadata.managedFields must be nil")
    }
  }

  /// The type of a kind; that of a definition's comes from there.
  func schema(of resource: Resource) -> Schema {
    customSchemas["\(resource.apiVersion) \(resource.kind)"]
      ?? Schemas.known.kind(resource.kind, version: resource.apiVersion)
  }
}

/// Where `kubectl apply` keeps what it applied last.
private let lastApplied = "kubectl.kubernetes.io/last-applied-configuration"

extension JSON {
  /// The object with its note of what kubectl applied last, if it has one and kubectl applies.
  ///
  /// So the server keeps it fit for those who go back to applying on the client's side.
  fileprivate func notingLastApplied(_ configuration: JSON, by options: WriteOptions) -> JSON {
    guard options.fieldManager == "kubectl", options.subresource.isEmpty,
      metadata["annotations"]?[lastApplied] != nil
    else { return self }
    return editing("metadata") { metadata in
      metadata.edit("annotations") { $0[lastApplied] = .string(configuration.sorted.text() + "\n") }
    }
  }

  /// The same with all keys in their order.
  private var sorted: JSON {
    switch self {
    case .object(let members):
      .object(JSONObject(members.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted) }))
    case .array(let items): .array(items.map(\.sorted))
    default: self
    }
  }

  /// The part of a configuration that counts: of one for the status of a definition's kind, the
  /// status alone.
  fileprivate func forApply(to subresource: String, _ resource: Resource) -> JSON {
    guard subresource == "status", resource.isCustom, case .object(var members) = self else {
      return without(resource.resetFields(subresource))
    }
    for key in members.keys where !["apiVersion", "kind", "metadata", "status"].contains(key) {
      members[key] = nil
    }
    var object = JSON.object(members)
    for key in metadata.keys where !["name", "namespace"].contains(key) {
      object.setMetadata(key, to: nil)
    }
    return object
  }
}
