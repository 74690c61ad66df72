import JSON

/// What a delete asks for beside the name.
struct DeleteOptions: Sendable {
  var uid: String?
  var resourceVersion: String?
  var propagation: String?
  var isDryRun = false

  init() {}

  init(_ request: APIRequest) throws(APIStatus) {
    let body = request.body.isEmpty ? [:] : try decoded(request.body)
    uid = body["preconditions"]?["uid"]?.stringValue
    resourceVersion = body["preconditions"]?["resourceVersion"]?.stringValue
    propagation = body["propagationPolicy"]?.stringValue ?? request.query["propagationPolicy"]
    isDryRun = request.query["dryRun"] == "All" || body["dryRun"] == ["All"]
  }
}

extension ClusterState {
  /// Deletes an object, or marks it where finalizers or content hold it; returns its last form.
  mutating func delete(
    _ resource: Resource,
    _ name: ObjectName,
    _ options: DeleteOptions,
  ) throws(APIStatus) -> JSON {
    guard var object = object(resource, name) else { throw .notFound(resource, name.name) }
    if let uid = options.uid, uid != object.uid {
      throw .conflict(
        resource,
        name.name,
        "Precondition failed: UID in precondition: \(uid), UID in object meta: \(object.uid)",
      )
    }
    if let version = options.resourceVersion, version != object.resourceVersion {
      throw .conflict(
        resource,
        name.name,
        "Precondition failed: ResourceVersion in precondition: \(version), ResourceVersion in "
          + "object meta: \(object.resourceVersion)",
      )
    }
    if options.isDryRun { return object }
    guard object.finalizers.isEmpty, resource.qualifiedName != "namespaces" else {
      if object.isTerminating { return object }
      object.setMetadata("deletionTimestamp", to: .string(timestamp()))
      object.setMetadata("deletionGracePeriodSeconds", to: 0)
      if resource.kind == "Namespace" {
        object = object.setting(FieldPath(keys: "status", "phase"), to: "Terminating")
      }
      return put(object, resource)
    }
    drop(object, resource)
    if options.propagation == "Orphan" { release(dependentsOf: object) }
    return object
  }

  /// Whether an object whose deletion was asked for has to stay.
  func isHeld(_ object: JSON, _ resource: Resource) -> Bool {
    resource.qualifiedName == "namespaces"
      && resources.contains { $0.isNamespaced && !list($0, in: object.name).isEmpty }
  }

  private mutating func release(dependentsOf owner: JSON) {
    for (resource, dependent) in dependents(of: owner) {
      var object = dependent
      let others = (dependent.metadata["ownerReferences"]?.arrayValue ?? []).filter {
        $0["uid"]?.stringValue != owner.uid
      }
      object.setMetadata("ownerReferences", to: others.isEmpty ? JSON?.none : .array(others))
      _ = put(object, resource)
    }
  }

  /// The objects that name this one as their owner.
  func dependents(of owner: JSON) -> [(Resource, JSON)] {
    resources.flatMap { resource in
      list(resource, in: nil).filter { object in
        (object.metadata["ownerReferences"]?.arrayValue ?? []).contains {
          $0["uid"]?.stringValue == owner.uid
        }
      }.map { (resource, $0) }
    }
  }
}
