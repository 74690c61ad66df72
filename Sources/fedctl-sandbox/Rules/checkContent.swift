import JSON

extension ClusterState {
  /// Refuses what an object of this kind may not say, or no longer say.
  ///
  /// A write to its status is looked at as that, without the rest of the object.
  func checkContent(
    _ object: JSON,
    _ live: JSON?,
    _ resource: Resource,
    _ subresource: String = "",
  ) throws(APIStatus) {
    let rules = KindRules.of(resource)
    var problems = Problems()
    checkMetadata(object, resource, rules.name, isNew: live == nil, &problems)
    let shape =
      resource.isCustom ? constraintProblems(of: object, schema(of: resource)) : Problems()
    // A definition's own rules are looked at only where the schema is satisfied.
    problems.add(shape)
    if subresource == "status", let live {
      checkMetadataChange(object, live, resource, &problems)
      statusRules[resource.qualifiedKind]?(Place(object), Place(live), &problems)
    } else {
      // Rules in CEL may take for granted what the schema says, so they wait for it.
      if !shape.isBlocking { rules.check(Place(object), &problems) }
      if live == nil { rules.checkNew(Place(object), &problems) }
      if let live {
        checkMetadataChange(object, live, resource, &problems)
        rules.checkChange(Place(object), Place(live), &problems)
      }
      checkCount(resource.scalePaths.specReplicas, of: object, resource, &problems)
    }
    checkCount(resource.scalePaths.statusReplicas, of: object, resource, &problems)
    guard problems.isEmpty else { throw .invalid(resource, object.name, problems.fields) }
  }

  /// Refuses a count that no Scale could tell, of definitions' kinds that have one.
  private func checkCount(
    _ path: FieldPath,
    of object: JSON,
    _ resource: Resource,
    _ problems: inout Problems,
  ) {
    guard resource.scale != nil, let count = object[path]?.integerValue else { return }
    let place = Place(.integer(count), at: path.dotted)
    if count < 0 { problems.invalid(place, "should be a non-negative integer") }
    if count > Int32.max { problems.invalid(place, "should be less than or equal to 2147483647") }
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
