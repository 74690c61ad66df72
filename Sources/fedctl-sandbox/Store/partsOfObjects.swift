import JSON

/// What of an object a write may change, and what stays as it was made.
extension JSON {
  /// What a write to a subresource means for the whole object: only its own part counts.
  ///
  /// With the status of a built-in kind, its metadata may be written too.
  func forSubresource(_ subresource: String, of live: JSON, _ resource: Resource) -> JSON {
    guard subresource == "status" else { return self }
    var object = live.setting(FieldPath(keys: "status"), to: self["status"] ?? [:])
    guard !resource.isCustom else {
      object.setMetadata("managedFields", to: metadata["managedFields"])
      return object
    }
    object = object.setting(FieldPath(keys: "metadata"), to: self["metadata"] ?? [:])
    if resource.kind == "Deployment" { object.setMetadata("labels", to: live.metadata["labels"]) }
    return object
  }

  /// This form of an object with what never changes in its life taken from another.
  func keepingIdentity(of live: JSON) -> JSON {
    var object = self
    for key in ["creationTimestamp", "resourceVersion", "generation"] {
      object.setMetadata(key, to: live.metadata[key])
    }
    // What is another than the server's stays, to be refused.
    for key in timesOfDeletion + ["uid"] where [nil, .null].contains(object.metadata[key]) {
      object.setMetadata(key, to: live.metadata[key])
    }
    return object
  }
}

extension ClusterState {
  /// Notes who writes an object, of what was asked for, in its managedFields.
  func note(
    _ object: inout JSON,
    asked: JSON,
    over live: JSON?,
    _ resource: Resource,
    _ options: WriteOptions,
  ) {
    var owned = object.withoutAllocation(asked, over: live, resource)
    recordUpdate(
      from: live,
      to: &owned,
      by: options.writer(resource.apiVersion, at: now),
      forms(of: resource),
      isCustom: resource.isCustom,
      ignoring: resource.resetFields(options.subresource),
    )
    object.fieldOwners = owned.fieldOwners
  }

  /// PUT of what is not there: a few kinds are made so, all others have to be there.
  mutating func createByUpdate(
    _ object: JSON,
    _ body: Body,
    _ resource: Resource,
    _ name: ObjectName,
    _ options: WriteOptions,
  ) throws(APIStatus) -> Outcome {
    let kinds = [
      "Service", "Event", "Lease", "Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding",
    ]
    guard kinds.contains(resource.kind), !resource.isCustom, !body.isPatched else {
      throw .notFound(resource, name.name)
    }
    if !object.uid.isEmpty { throw .outdated(resource, name.name) }
    var object = object
    object.setMetadata("resourceVersion", to: nil)
    return try create(Body(object), resource, in: name.namespace, options)
  }
}
