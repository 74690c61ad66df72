import JSON

/// How controllers write: as any client does, under their own name.
extension ClusterState {
  /// Writes a status through its subresource; does nothing where the object is gone or another.
  mutating func setStatus(_ status: JSON, of object: JSON, by controller: String) {
    guard let resource = resource(kind: object["kind"]?.stringValue ?? "") else { return }
    let name = ObjectName(namespace: object.namespace, name: object.name)
    guard let live = self.object(resource, name), live.uid == object.uid else { return }
    var options = WriteOptions()
    options.fieldManager = controller
    options.subresource = "status"
    let next = live.setting(FieldPath(keys: "status"), to: status)
    attempt("Update", of: live, by: controller) { (state) throws(APIStatus) in
      _ = try state.admit(next, over: live, resource, options)
    }
  }

  /// Writes an object anew with an edit; does nothing where it is gone.
  mutating func edit(
    _ kind: String,
    _ name: ObjectName,
    by controller: String,
    _ edit: (JSON) -> JSON,
  ) {
    guard let resource = resource(kind: kind), let live = object(resource, name) else { return }
    var options = WriteOptions()
    options.fieldManager = controller
    let body = Body(edit(live), isPatched: true)
    attempt("Update", of: live, by: controller) { (state) throws(APIStatus) in
      _ = try state.update(body, resource, name, options)
    }
  }

  /// Creates an object for another one's sake, unless there is one already.
  mutating func ensure(
    _ kind: String,
    _ name: String,
    for cause: JSON,
    in namespace: String,
    by controller: String,
    _ content: JSON = [:],
  ) {
    guard let resource = resource(kind: kind),
      object(resource, ObjectName(namespace: namespace, name: name)) == nil
    else { return }
    var options = WriteOptions()
    options.fieldManager = controller
    let body = content.setting(FieldPath(keys: "metadata", "name"), to: .string(name))
    attempt("Create", of: cause, by: controller) { (state) throws(APIStatus) in
      _ = try state.create(Body(body), resource, in: namespace, options)
    }
  }

  /// Deletes an object; does nothing where it is gone.
  mutating func remove(_ object: JSON, _ resource: Resource, by controller: String) {
    let name = ObjectName(namespace: object.namespace, name: object.name)
    guard self.object(resource, name) != nil else { return }
    attempt("Delete", of: object, by: controller) { (state) throws(APIStatus) in
      _ = try state.delete(resource, name, DeleteOptions())
    }
  }

  /// Does what a controller does; what the API server refuses becomes an Event about `object`, as
  /// real controllers tell it.
  private mutating func attempt(
    _ what: String,
    of object: JSON,
    by controller: String,
    _ write: (inout ClusterState) throws(APIStatus) -> Void,
  ) {
    do throws(APIStatus) {
      try write(&self)
    } catch {
      tell("Failed\(what)", error.message, of: object, by: controller)
    }
  }

  /// Makes an Event; nobody hears of it where its namespace takes none any more, as on a real
  /// cluster.
  mutating func tell(
    _ reason: String,
    _ message: String,
    of object: JSON,
    by controller: String,
  ) {
    guard let events = resource(kind: "Event") else { return }
    let namespace = object.namespace.isEmpty ? "default" : object.namespace
    var involved: JSONObject = [
      "kind": object["kind"] ?? "", "apiVersion": object["apiVersion"] ?? "",
    ]
    for key in ["namespace", "name", "uid", "resourceVersion"] {
      involved[key] = object.metadata[key]
    }
    let event: JSON = [
      "metadata": ["name": .string("\(object.name).\(newUID().prefix(8))")],
      "involvedObject": .object(involved), "reason": .string(reason), "message": .string(message),
      "type": "Warning", "count": 1, "source": ["component": .string(controller)],
      "firstTimestamp": .string(now), "lastTimestamp": .string(now),
    ]
    var options = WriteOptions()
    options.fieldManager = controller
    _ = try? create(Body(event), events, in: namespace, options)
  }

  /// An object by its kind's name; nil where the kind is not served.
  func object(_ kind: String, _ name: String, in namespace: String) -> JSON? {
    resource(kind: kind).flatMap {
      object($0, ObjectName(namespace: namespace, name: name))
    }
  }
}

extension ClusterState {
  /// Whether an Event about an object says just this already.
  func isTold(_ message: String, of object: JSON) -> Bool {
    guard let events = resource(kind: "Event") else { return false }
    return list(events, in: object.namespace).contains {
      $0["involvedObject"]?["uid"] == .string(object.uid) && $0["message"] == .string(message)
    }
  }
}

/// A reference that makes one object the owner of another.
func ownerReference(to owner: JSON) -> JSON {
  [
    "apiVersion": owner["apiVersion"] ?? "", "kind": owner["kind"] ?? "",
    "name": .string(owner.name), "uid": .string(owner.uid), "controller": true,
    "blockOwnerDeletion": true,
  ]
}

/// A condition of an object's status, as of now.
func condition(
  _ type: String,
  _ isTrue: Bool,
  _ reason: String,
  _ more: JSONObject = [:],
) -> JSON {
  var condition: JSONObject = [
    "type": .string(type), "status": isTrue ? "True" : "False", "reason": .string(reason),
    "lastTransitionTime": .string(timestamp()),
  ]
  for member in more { condition[member.key] = member.value }
  return .object(condition)
}
