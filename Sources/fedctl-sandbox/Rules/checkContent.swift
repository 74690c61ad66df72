import JSON

extension ClusterState {
  /// Refuses what an object of this kind may not say, or no longer say.
  func checkContent(_ object: JSON, _ live: JSON?, _ resource: Resource) throws(APIStatus) {
    var problems = missingFields(object, resource)
    if let live { problems += changedFields(object, live, resource) }
    guard problems.isEmpty else { throw .invalid(resource, object.name, problems) }
  }

  private func missingFields(_ object: JSON, _ resource: Resource) -> [InvalidField] {
    requiredFields(resource).filter { object[$0].isMissing }.map {
      InvalidField(reason: .required, message: "Required value", path: $0.description)
    }
  }

  private func requiredFields(_ resource: Resource) -> [FieldPath] {
    switch resource.kind {
    case "Deployment", "StatefulSet", "DaemonSet":
      [
        FieldPath(keys: "spec", "selector"),
        FieldPath(keys: "spec", "template", "spec", "containers"),
      ]
    case "Service": [FieldPath(keys: "spec", "ports")]
    case "RoleBinding", "ClusterRoleBinding": [FieldPath(keys: "roleRef", "name")]
    case "Subscription":
      ["name", "source", "sourceNamespace"].map { FieldPath(keys: "spec", $0) }
    default: []
    }
  }

  private func changedFields(
    _ object: JSON,
    _ live: JSON,
    _ resource: Resource,
  ) -> [InvalidField] {
    switch resource.kind {
    case "Deployment", "DaemonSet": immutable(FieldPath(keys: "spec", "selector"), object, live)
    case "StatefulSet": changedStatefulSet(object, live)
    case "RoleBinding", "ClusterRoleBinding": changedRole(object, live)
    case "Secret": immutable(FieldPath(keys: "type"), object, live)
    case "Service": changedAddress(object, live)
    case "PersistentVolumeClaim": changedClaim(object, live)
    default: []
    }
  }
}

private func immutable(_ path: FieldPath, _ object: JSON, _ live: JSON) -> [InvalidField] {
  guard object[path] != live[path] else { return [] }
  let value = (object[path] ?? .null).text()
  let message = "Invalid value: \(value): field is immutable"
  return [InvalidField(reason: .invalid, message: message, path: path.description)]
}

private func changedStatefulSet(_ object: JSON, _ live: JSON) -> [InvalidField] {
  let mutable = [
    "replicas", "ordinals", "template", "updateStrategy", "revisionHistoryLimit",
    "persistentVolumeClaimRetentionPolicy", "minReadySeconds",
  ]
  guard without(mutable, object["spec"]) != without(mutable, live["spec"]) else { return [] }
  let message =
    "Forbidden: updates to statefulset spec for fields other than 'replicas', 'ordinals', "
    + "'template', 'updateStrategy', 'revisionHistoryLimit', "
    + "'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden"
  return [InvalidField(reason: .forbidden, message: message, path: "spec")]
}

private func changedRole(_ object: JSON, _ live: JSON) -> [InvalidField] {
  guard let role = object["roleRef"], role != live["roleRef"] else { return [] }
  let value: JSON = [
    "APIGroup": role["apiGroup"] ?? "", "Kind": role["kind"] ?? "", "Name": role["name"] ?? "",
  ]
  let message = "Invalid value: \(value.text()): cannot change roleRef"
  return [InvalidField(reason: .invalid, message: message, path: "roleRef")]
}

private func changedAddress(_ object: JSON, _ live: JSON) -> [InvalidField] {
  let path = FieldPath(keys: "spec", "clusterIP")
  guard let old = live[path], object[path] != old else { return [] }
  let value = JSON.array([object[path] ?? .null]).text()
  let message = "Invalid value: \(value): may not change once set"
  return [InvalidField(reason: .invalid, message: message, path: "spec.clusterIPs[0]")]
}

private func changedClaim(_ object: JSON, _ live: JSON) -> [InvalidField] {
  let mutable = ["resources", "volumeAttributesClassName", "volumeName"]
  guard without(mutable, object["spec"]) != without(mutable, live["spec"]) else { return [] }
  let message =
    "Forbidden: spec is immutable after creation except resources.requests and "
    + "volumeAttributesClassName for bound claims"
  return [InvalidField(reason: .forbidden, message: message, path: "spec")]
}

private func without(_ keys: [String], _ value: JSON?) -> JSONObject {
  var members = value?.objectValue ?? [:]
  for key in keys { members[key] = nil }
  return members
}

extension JSON? {
  fileprivate var isMissing: Bool {
    switch self {
    case nil, .null, [], [:], "": true
    default: false
    }
  }
}
