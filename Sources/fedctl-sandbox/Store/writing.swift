import JSON

/// Writes as the API takes them.
extension ClusterState {
  mutating func create(
    _ body: JSON,
    _ resource: Resource,
    in namespace: String,
    _ options: WriteOptions,
  ) throws(APIStatus) -> JSON {
    let valid = try options.validated(body, resource, schema(of: resource))
    var object = try addressed(valid, resource, ObjectName(namespace: namespace, name: body.name))
    if object.name.isEmpty, let prefix = object.metadata["generateName"]?.stringValue {
      object.setMetadata("name", to: .string(prefix + newUID().prefix(5)))
    }
    try checkName(object, resource)
    try checkNamespace(namespace, resource, object.name)
    let name = ObjectName(namespace: namespace, name: object.name)
    guard self.object(resource, name) == nil else { throw .alreadyExists(resource, name.name) }
    object = born(object, resource)
    object.setMetadata("managedFields", to: nil)
    return try admit(object, over: nil, resource, options, recordsUpdate: true)
  }

  mutating func update(
    _ body: JSON,
    _ resource: Resource,
    _ name: ObjectName,
    _ options: WriteOptions,
  ) throws(APIStatus) -> JSON {
    guard let live = object(resource, name) else { throw .notFound(resource, name.name) }
    let valid = try options.validated(body, resource, schema(of: resource))
    var object = try addressed(valid, resource, name)
    try checkPreconditions(object, live, resource)
    if options.subresource == "status" {
      object = live.setting(FieldPath(keys: "status"), to: body["status"] ?? [:])
    }
    return try admit(object.keepingIdentity(of: live), over: live, resource, options)
  }

  /// Takes a new form of an object: defaults, checks, bookkeeping; writes unless it is a dry run.
  mutating func admit(
    _ object: JSON,
    over live: JSON?,
    _ resource: Resource,
    _ options: WriteOptions,
    recordsUpdate: Bool = true,
  ) throws(APIStatus) -> JSON {
    var object = withoutForeignStatus(object, live, resource, options)
    object = defaulted(object, resource, live)
    try checkContent(object, live, resource)
    if let live { object.setMetadata("generation", to: generation(object, after: live)) }
    if recordsUpdate {
      let writer = options.writer(resource.apiVersion, at: timestamp())
      recordUpdate(from: live, to: &object, by: writer, schema(of: resource))
    }
    if let live, object.sameButForTimes(as: live) { return live }
    if options.isDryRun { return object }
    if let live, live.isTerminating, object.finalizers.isEmpty, !isHeld(object, resource) {
      drop(object, resource)
      return object
    }
    return put(object, resource)
  }

  private func born(_ object: JSON, _ resource: Resource) -> JSON {
    var object = object
    object.setMetadata("uid", to: .string(newUID()))
    object.setMetadata("creationTimestamp", to: .string(timestamp()))
    object.setMetadata("resourceVersion", to: nil)
    object.setMetadata("deletionTimestamp", to: nil)
    object.setMetadata("generation", to: resource.hasGeneration ? 1 : JSON?.none)
    return object
  }

  /// A new object that server-side apply makes: as created, but with the owners it has.
  mutating func createApplied(
    _ object: JSON,
    _ resource: Resource,
    _ options: WriteOptions,
  ) throws(APIStatus) -> JSON {
    try checkName(object, resource)
    try checkNamespace(object.namespace, resource, object.name)
    return try admit(born(object, resource), over: nil, resource, options, recordsUpdate: false)
  }

  private func generation(_ object: JSON, after live: JSON) -> JSON? {
    guard case .integer(let number)? = live.metadata["generation"] else { return nil }
    return .integer(object["spec"] == live["spec"] ? number : number + 1)
  }

  /// Where a kind has a status subresource, the status is written only there.
  private func withoutForeignStatus(
    _ object: JSON,
    _ live: JSON?,
    _ resource: Resource,
    _ options: WriteOptions,
  ) -> JSON {
    guard resource.subresources.contains("status"), options.subresource.isEmpty,
      case .object(var members) = object
    else { return object }
    members["status"] = live?["status"]
    return .object(members)
  }
}

extension JSON {
  /// This form of an object with what never changes in its life taken from another.
  func keepingIdentity(of live: JSON) -> JSON {
    var object = self
    for key in ["uid", "creationTimestamp", "resourceVersion", "deletionTimestamp"] {
      object.setMetadata(key, to: live.metadata[key])
    }
    if metadata["managedFields"] == nil {
      object.setMetadata("managedFields", to: live.metadata["managedFields"])
    }
    return object
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
