import JSON

/// What a delete asks for beside the name.
struct DeleteOptions: Sendable {
  /// The uid that the object has to have; nil for any.
  var uid: String?
  /// The version that the object has to have; nil for any.
  var resourceVersion: String?
  /// What becomes of dependents: `Foreground`, `Background` or `Orphan`; nil is in the background.
  var propagation: String?
  var isDryRun = false

  /// A plain deletion: in the background, whatever the object is now.
  init() {}

  /// Reads the body, or the query where there is none; throws for what cannot be asked.
  init(_ request: APIRequest) throws(APIStatus) {
    let hasBody = !request.body.isEmpty
    let body = hasBody ? try Body(request, kind: "DeleteOptions").value : [:]
    let query = hasBody ? Query("") : request.query
    if let problem = Self.problem(of: body) { throw .badRequest(problem) }
    if let kind = body["kind"]?.stringValue, kind != "DeleteOptions" {
      throw .badRequest("no kind \(JSON.string(kind).text()) is registered for delete options")
    }
    if let text = query["gracePeriodSeconds"], Int64(text) == nil {
      throw .badRequest("strconv.ParseInt: parsing \(JSON.string(text).text()): invalid syntax")
    }
    let dryRun = Place(query["dryRun"].map { [.string($0)] } ?? body["dryRun"], at: "dryRun")
    guard dryRun.items.allSatisfy({ $0.text == "All" }) else {
      var problems = Problems()
      problems.unsupported(dryRun, ["All"])
      throw .invalid(kind: "DeleteOptions", group: "meta.k8s.io", "", problems.fields)
    }
    uid = body["preconditions"]?["uid"]?.stringValue
    resourceVersion = body["preconditions"]?["resourceVersion"]?.stringValue
    let asked = body["propagationPolicy"]?.stringValue ?? query["propagationPolicy"]
    let orphans = body["orphanDependents"]?.boolValue ?? query["orphanDependents"].map(isGoTruth)
    try Self.check(asked, hasOther: orphans != nil)
    propagation = asked ?? orphans.map { $0 ? "Orphan" : "Background" }
    isDryRun = query["dryRun"] == "All" || body["dryRun"] == ["All"]
  }

  /// Why a body is none that asks for a deletion, as Go's reader words it; nil where it is one.
  private static func problem(of body: JSON) -> String? {
    guard case .object(let members) = body else {
      return "couldn't get version/kind; json parse error: json: cannot unmarshal \(body.jsonType) "
        + "into Go value of type struct"
    }
    /// The refusal of a value that is set and of another type.
    func refusal(_ value: JSON?, _ field: String, _ type: String, isGood: (JSON) -> Bool) -> String?
    {
      guard let value, value != .null, !isGood(value) else { return nil }
      return
        "json: cannot unmarshal \(value.jsonType) into Go struct field \(field) of type \(type)"
    }
    let isText = { (value: JSON) in value.stringValue != nil }
    let conditions = members["preconditions"]
    return refusal(members["gracePeriodSeconds"], "DeleteOptions.gracePeriodSeconds", "int64") {
      $0.integerValue != nil
    } ?? refusal(members["orphanDependents"], "DeleteOptions.orphanDependents", "bool") {
      $0.boolValue != nil
    } ?? refusal(members["dryRun"], "DeleteOptions.dryRun", "[]string") {
      $0.arrayValue?.allSatisfy(isText) == true
    } ?? refusal(
      members["propagationPolicy"],
      "DeleteOptions.propagationPolicy",
      "string",
      isGood: isText,
    )
      ?? refusal(conditions, "DeleteOptions.preconditions", "v1.Preconditions") {
        $0.objectValue != nil
      }
      ?? refusal(
        conditions?["uid"],
        "Preconditions.preconditions.uid",
        "types.UID",
        isGood: isText,
      )
      ?? refusal(
        conditions?["resourceVersion"],
        "Preconditions.preconditions.resourceVersion",
        "string",
        isGood: isText,
      )
  }

  /// The API server refuses what contradicts itself or means nothing.
  private static func check(_ propagation: String?, hasOther: Bool) throws(APIStatus) {
    guard let propagation else { return }
    let place = Place(.string(propagation), at: "propagationPolicy")
    var problems = Problems()
    if hasOther {
      problems.invalid(place, "orphanDependents and deletionPropagation cannot be both set")
    }
    problems.check(place, oneOf: ["Foreground", "Background", "Orphan", "nil"])
    guard problems.isEmpty else {
      throw .invalid(kind: "DeleteOptions", group: "meta.k8s.io", "", problems.fields)
    }
  }
}

/// What Go's conversion of a parameter takes for true: all but what says no.
private func isGoTruth(_ text: String) -> Bool { !["false", "0"].contains(text.lowercased()) }

/// What the garbage collector still has to do before an object goes, as its finalizers name it.
enum Propagation {
  /// Dependents go first.
  static let foreground = "foregroundDeletion"
  /// Dependents are to stay.
  static let orphan = "orphan"
}

extension DeleteOptions {
  /// The finalizer that keeps the object until the garbage collector has come by.
  var finalizer: String? {
    switch propagation {
    case "Foreground": Propagation.foreground
    case "Orphan": Propagation.orphan
    default: nil
    }
  }
}

extension ClusterState {
  /// Namespaces without which there is no cluster.
  private static let protected: Set = ["default", "kube-system", "kube-public"]

  /// Deletes an object, or marks it where finalizers or content hold it; returns its last form.
  mutating func delete(
    _ resource: Resource,
    _ name: ObjectName,
    _ options: DeleteOptions,
  ) throws(APIStatus) -> JSON {
    if resource.qualifiedName == "namespaces", Self.protected.contains(name.name) {
      throw .protectedNamespace(name.name)
    }
    guard var object = object(resource, name) else { throw .notFound(resource, name.name) }
    try check(options, object, resource)
    if options.isDryRun { return object }
    // A namespace is not held by finalizers in its metadata but by its content, and by one in its
    // spec.
    let isNamespace = resource.qualifiedName == "namespaces"
    if !isNamespace, let finalizer = options.finalizer, !object.finalizers.contains(finalizer) {
      let finalizers = (object.finalizers + [finalizer]).map(JSON.string)
      object.setMetadata("finalizers", to: .array(finalizers))
    }
    // A second deletion changes nothing of an object that is going already.
    guard object.finalizers.isEmpty, !isNamespace else {
      return object.isTerminating
        ? object : put(object.dying(at: now, isNamespace: isNamespace), resource)
    }
    drop(object, resource)
    return object
  }

  /// Holds the preconditions against the live object (409).
  private func check(
    _ options: DeleteOptions,
    _ object: JSON,
    _ resource: Resource,
  ) throws(APIStatus) {
    if let uid = options.uid, uid != object.uid {
      throw .conflict(
        resource,
        object.name,
        "the UID in the precondition (\(uid)) does not match the UID in record (\(object.uid)). "
          + "The object might have been deleted and then recreated",
      )
    }
    if let version = options.resourceVersion, version != object.resourceVersion {
      throw .conflict(
        resource,
        object.name,
        "the ResourceVersion in the precondition (\(version)) does not match the ResourceVersion in "
          + "record (\(object.resourceVersion)). The object might have been modified",
      )
    }
  }

  /// Whether an object whose deletion was asked for has to stay.
  func isHeld(_ object: JSON, _ resource: Resource) -> Bool {
    resource.qualifiedName == "namespaces"
      && kinds.contains { $0.isNamespaced && !list($0, in: object.name).isEmpty }
  }

  /// Takes an owner off what depends on it, which stays.
  mutating func release(dependentsOf owner: JSON) {
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
    kinds.flatMap { resource in
      list(resource, in: nil).filter { object in
        (object.metadata["ownerReferences"]?.arrayValue ?? []).contains {
          $0["uid"]?.stringValue == owner.uid
        }
      }.map { (resource, $0) }
    }
  }
}

extension JSON {
  /// An object whose deletion was asked for.
  ///
  /// A namespace goes when it is empty, without a deadline.
  fileprivate func dying(at time: String, isNamespace: Bool) -> JSON {
    var object = self
    object.setMetadata("deletionTimestamp", to: .string(time))
    if isNamespace {
      return object.setting(FieldPath(keys: "status", "phase"), to: "Terminating")
    }
    object.setMetadata("deletionGracePeriodSeconds", to: 0)
    if let generation = metadata["generation"]?.integerValue {
      object.setMetadata("generation", to: .integer(generation + 1))
    }
    return object
  }
}

extension APIStatus {
  /// 403: clusters cannot be without it.
  fileprivate static func protectedNamespace(_ name: String) -> APIStatus {
    APIStatus(
      code: 403,
      reason: "Forbidden",
      message: "namespaces \"\(name)\" is forbidden: this namespace may not be deleted",
      details: ["name": .string(name), "kind": "namespaces"],
    )
  }
}
