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
    _ = try? admit(next, over: live, resource, options)
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
    _ = try? update(Body(edit(live), isPatched: true), resource, name, options)
  }

  /// Creates an object unless there is one already.
  mutating func ensure(
    _ kind: String,
    _ name: String,
    in namespace: String,
    by controller: String,
    _ content: JSON = [:],
  ) {
    guard let resource = resource(kind: kind) else { return }
    var options = WriteOptions()
    options.fieldManager = controller
    let body = content.setting(FieldPath(keys: "metadata", "name"), to: .string(name))
    _ = try? create(Body(body), resource, in: namespace, options)
  }

  /// An object by its kind's name; nil where the kind is not served.
  func object(_ kind: String, _ name: String, in namespace: String) -> JSON? {
    resource(kind: kind).flatMap {
      object($0, ObjectName(namespace: namespace, name: name))
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
