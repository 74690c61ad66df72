import JSON

/// Writes as the API takes them.
extension ClusterState {
  /// POST: makes an object that is not there.
  ///
  /// Nothing is written where this throws, nor in a dry run.
  @discardableResult
  mutating func create(
    _ body: Body,
    _ resource: Resource,
    in namespace: String,
    _ options: WriteOptions,
  ) throws(APIStatus) -> Outcome {
    // The order of what follows is the API server's: a body that cannot be read is refused before a
    // namespace that is not there, and that before content that is not valid.
    let schema = schema(of: resource)
    try checkKind(of: body, resource)
    let decoded = try options.decoded(body, resource, schema)
    let place = ObjectName(namespace: namespace, name: decoded.value.name)
    var object = try addressed(decoded.value, resource, place)
    // The real server tries other endings where one is taken; five characters of a random uid are
    // enough here.
    if object.name.isEmpty, let prefix = object.metadata["generateName"]?.stringValue {
      object.setMetadata("name", to: .string(prefix + newUID().prefix(5)))
    }
    try checkNamespace(namespace, resource, object.name)
    let hasVersion = !object.resourceVersion.isEmpty
    object = born(object, resource)
    object.setMetadata("managedFields", to: nil)
    let outcome = try admit(object, over: nil, resource, options) { (state) throws(APIStatus) in
      let name = ObjectName(namespace: namespace, name: object.name)
      if hasVersion, !options.isDryRun { throw .versionOfNew }
      guard state.object(resource, name) == nil else { throw .alreadyExists(resource, name.name) }
    }
    return Outcome(
      object: outcome.object,
      isNew: true,
      warnings: decoded.warnings + outcome.warnings,
    )
  }

  /// PUT, and the outcome of a patch: replaces an object that is there.
  @discardableResult
  mutating func update(
    _ body: Body,
    _ resource: Resource,
    _ name: ObjectName,
    _ options: WriteOptions,
  ) throws(APIStatus) -> Outcome {
    let schema = schema(of: resource)
    try checkKind(of: body, resource)
    let decoded = try options.decoded(body, resource, schema)
    if decoded.value.name.isEmpty, !body.isPatched {
      throw .badRequest(
        "the name of the object (\(name.name) based on URL) was undeterminable: name must be provided"
      )
    }
    let object = try addressed(decoded.value, resource, name)
    guard let live = self.object(resource, name) else {
      return try createByUpdate(object, body, resource, name, options)
    }
    try object.checkVersion()
    try checkPreconditions(object, live, resource, withUID: !body.isPatched)
    // Most built-in kinds may be replaced without saying which version was seen; definitions' kinds
    // and a few others may not.
    if object.resourceVersion.isEmpty, resource.needsVersion, !body.isPatched {
      var problems = Problems()
      problems.add(
        .invalid,
        "metadata.resourceVersion",
        "Invalid value: 0: must be specified for an update",
      )
      throw .invalid(resource, name.name, problems.fields)
    }
    var next = object.forSubresource(options.subresource, of: live, resource)
      .keepingIdentity(of: live)
    // Who says nothing of the owners leaves them as they are.
    if next.metadata["managedFields"] == nil {
      next.setMetadata("managedFields", to: live.metadata["managedFields"])
    }
    let outcome = try admit(next, over: live, resource, options)
    return Outcome(object: outcome.object, warnings: decoded.warnings + outcome.warnings)
  }

  /// Takes a new form of an object: defaults, checks, bookkeeping; writes unless it is a dry run.
  ///
  /// `check` is asked last before the write, after the content was found good.
  mutating func admit(
    _ object: JSON,
    over live: JSON?,
    _ resource: Resource,
    _ options: WriteOptions,
    recordsUpdate: Bool = true,
    check: (ClusterState) throws(APIStatus) -> Void = { _ in },
  ) throws(APIStatus) -> Outcome {
    guard resource.stored == resource else {
      return try admitKept(object, isNew: live == nil, resource, options, recordsUpdate, check)
    }
    let distinct = object.withDistinctOwners()
    var object = withoutForeignStatus(distinct.object, live, resource, options)
    let asked = object
    // Defaults come first, for rules speak of what will be kept, not of what was sent.
    object = defaulted(
      object,
      resource,
      live,
      isDryRun: options.isDryRun,
      isApplied: !recordsUpdate,
    )
    if live == nil, let status = bornStatus(of: object, resource) {
      object = object.setting(FieldPath(keys: "status"), to: status)
    }
    try checkRoleReference(object, resource)
    if let author = options.author {
      try checkRights(of: author, object, live, resource)
    }
    if live != nil { try checkDistinctNodePorts(object, resource) }
    try checkContent(object, live, resource, options.subresource)
    try checkCertificate(of: object, over: live, resource)
    // A dry run allocates nothing.
    if !options.isDryRun { try checkAllocation(asked, resource) }
    if let live { try checkExpansion(of: object, over: live, resource) }
    try check(self)
    if let live {
      let isStatus = options.subresource == "status"
      object.setMetadata(
        "generation",
        to: isStatus ? live.metadata["generation"] : generation(object, after: live, resource),
      )
    }
    if recordsUpdate { note(&object, asked: asked, over: live, resource, options) }
    let rules = KindRules.of(resource)
    let warnings =
      distinct.repeated.map(repeatedOwner) + (live == nil ? rules.newWarnings(Place(object)) : [])
      + rules.warnings(Place(object)) + object.metadataWarnings(resource)
    return Outcome(object: kept(object, over: live, resource, options), warnings: warnings)
  }

  /// Keeps what was found good, and returns it as it is then.
  private mutating func kept(
    _ object: JSON,
    over live: JSON?,
    _ resource: Resource,
    _ options: WriteOptions,
  ) -> JSON {
    // A write that changes nothing is no write: version and times stay, and nobody is told.
    if let live, object.sameButForTimes(as: live) { return live }
    if options.isDryRun { return object }
    // The last finalizer is off: this write is the deletion.
    if let live, live.isTerminating, object.finalizers.isEmpty, !isHeld(object, resource) {
      drop(object, resource)
      return object
    }
    return put(object, resource)
  }

  /// Beside the right to the request itself: to apply what is not there is to create it, by its name.
  private func checkRights(
    of author: Identity,
    _ object: JSON,
    _ live: JSON?,
    _ resource: Resource,
  ) throws(APIStatus) {
    let creation = Permission(
      verb: "create",
      group: resource.group,
      resource: resource.plural,
      namespace: object.namespace,
      name: object.name,
    )
    if live == nil, !allows(creation, to: author) {
      throw .forbidden(Action(creation, in: context), by: author.name)
    }
    try checkEscalation(object, resource, by: author)
    try checkHost(of: object, over: live, resource, by: author)
  }

  /// A new object with what the server gives it at birth; what the client says of that is passed
  /// over.
  private func born(_ object: JSON, _ resource: Resource) -> JSON {
    var object = object
    object.setMetadata("uid", to: .string(newUID()))
    object.setMetadata("creationTimestamp", to: .string(now))
    for key in ["resourceVersion", "deletionTimestamp", "deletionGracePeriodSeconds", "selfLink"] {
      object.setMetadata(key, to: nil)
    }
    object.setMetadata("generation", to: resource.hasGeneration ? 1 : JSON?.none)
    return object
  }

  /// A new object that server-side apply makes: as created, but with the owners it has.
  mutating func createApplied(
    _ object: JSON,
    _ resource: Resource,
    _ options: WriteOptions,
  ) throws(APIStatus) -> Outcome {
    try checkNamespace(object.namespace, resource, object.name)
    var outcome = try admit(
      born(object, resource),
      over: nil,
      resource,
      options,
      recordsUpdate: false,
    )
    outcome.isNew = true
    return outcome
  }

  /// Where a kind has a status subresource, the status is written only there.
  private func withoutForeignStatus(
    _ object: JSON,
    _ live: JSON?,
    _ resource: Resource,
    _ options: WriteOptions,
  ) -> JSON {
    guard resource.subresources.contains("status"), options.subresource != "status",
      case .object(var members) = object
    else { return object }
    members["status"] = live?["status"]
    return .object(members)
  }
}

/// As the server tells of an owner that was named twice.
private func repeatedOwner(_ uid: String) -> String {
  ".metadata.ownerReferences contains duplicate entries; API server dedups owner references in "
    + "1.20+, and may reject such requests as early as 1.24; please fix your requests; duplicate "
    + "UID(s) observed: \(uid)"
}

/// The number of the form of an object that its users asked for.
private func generation(_ object: JSON, after live: JSON, _ resource: Resource) -> JSON? {
  guard case .integer(let number)? = live.metadata["generation"] else { return nil }
  let isSame =
    switch resource.kind {
    // The annotations of a Deployment are copied to what it makes.
    case "Deployment":
      object["spec"] == live["spec"]
        && object.metadata["annotations"] == live.metadata["annotations"]
    case _ where resource.isCustom: object.content == live.content
    default: object["spec"] == live["spec"]
    }
  return .integer(isSame ? number : number + 1)
}

extension JSON {
  /// An object without its metadata and status.
  fileprivate var content: JSONObject {
    var members = objectValue ?? [:]
    for key in ["metadata", "status"] { members[key] = nil }
    return members
  }

  /// Whether two forms differ at most in when somebody wrote them.
  func sameButForTimes(as other: JSON) -> Bool { withoutTimes == other.withoutTimes }

  private var withoutTimes: JSON {
    var object = self
    var owners = fieldOwners
    for place in owners.indices { owners[place].time = "" }
    object.fieldOwners = owners
    object.setMetadata("resourceVersion", to: nil)
    return object
  }
}

extension Resource {
  /// Whether a PUT has to say which version of the object it replaces.
  fileprivate var needsVersion: Bool {
    isCustom
      || ["Lease", "CustomResourceDefinition", "APIService", "PodDisruptionBudget"].contains(kind)
  }
}

extension APIStatus {
  /// As the storage words it, which nobody expects to be asked so.
  fileprivate static let versionOfNew = APIStatus(
    code: 500,
    reason: "",
    message: "resourceVersion should not be set on objects to be created",
  )
}
