import JSON

extension ClusterState {
  /// Refuses what an object of this kind may not say, or no longer say.
  func checkContent(_ object: JSON, _ live: JSON?, _ resource: Resource) throws(APIStatus) {
    let rules = KindRules.of(resource)
    var problems = Problems()
    checkMetadata(object, resource, rules.name, isNew: live == nil, &problems)
    let shape =
      resource.isCustom ? constraintProblems(of: object, schema(of: resource)) : Problems()
    // A definition's own rules are looked at only where the schema is satisfied.
    problems.add(shape)
    // Rules in CEL may take for granted what the schema says, so they wait for it.
    if !shape.isBlocking { rules.check(Place(object), &problems) }
    if live == nil { rules.checkNew(Place(object), &problems) }
    if let live {
      checkMetadataChange(object, live, resource, &problems)
      rules.checkChange(Place(object), Place(live), &problems)
    }
    guard problems.isEmpty else { throw .invalid(resource, object.name, problems.fields) }
  }

  /// The API server looks up the role before it looks at the binding itself.
  func checkRoleReference(_ object: JSON, _ resource: Resource) throws(APIStatus) {
    guard ["RoleBinding", "ClusterRoleBinding"].contains(resource.kind) else { return }
    let kind = object["roleRef"]?["kind"]?.stringValue ?? ""
    guard !["Role", "ClusterRole"].contains(kind) else { return }
    throw APIStatus(
      code: 500,
      reason: "",
      message: "unsupported role reference kind: \"\(kind)\"",
    )
  }
}
