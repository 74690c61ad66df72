import JSON

/// The one kind here whose versions differ in more than their name: autoscalers are kept as `v2`.
///
/// `v1` has a share of CPU in place of metrics; what else there is stands in annotations.
extension Resource {
  private var isOldAutoscaler: Bool {
    kind == "HorizontalPodAutoscaler" && version == "v1"
  }

  /// The kind in the version that its objects are kept in.
  var stored: Resource {
    guard isOldAutoscaler else { return self }
    return builtInResources.first { $0.kind == kind && $0.version == "v2" } ?? self
  }

  /// An object of this version as it is kept.
  func upgraded(_ object: JSON) -> JSON {
    guard isOldAutoscaler else { return object }
    return upgradedAutoscaler(object)
      .setting(FieldPath(keys: "apiVersion"), to: .string(stored.apiVersion))
  }

  /// An object that is kept as clients of this version see it.
  func downgraded(_ object: JSON) -> JSON {
    guard isOldAutoscaler, object["apiVersion"] == .string(stored.apiVersion) else { return object }
    return downgradedAutoscaler(object)
      .setting(FieldPath(keys: "apiVersion"), to: .string(apiVersion))
  }
}

extension ClusterState {
  /// How objects of a kind look in its versions, seen from one of them.
  func forms(of resource: Resource) -> VersionForms {
    var forms = VersionForms(schema: schema(of: resource))
    guard resource.kind == "HorizontalPodAutoscaler", !resource.isCustom else { return forms }
    for other in builtInResources where other.kind == resource.kind && other != resource {
      forms.others[other.apiVersion] = .init(schema: schema(of: other)) {
        resource.stored == resource ? other.downgraded($0) : resource.upgraded($0)
      }
    }
    return forms
  }

  /// Takes a new form of an object in another version than the one that it is kept in.
  mutating func admitKept(
    _ object: JSON,
    isNew: Bool,
    _ resource: Resource,
    _ options: WriteOptions,
    _ recordsUpdate: Bool,
    _ check: (ClusterState) throws(APIStatus) -> Void,
  ) throws(APIStatus) -> Outcome {
    var options = options
    options.apiVersion = resource.apiVersion
    let name = ObjectName(namespace: object.namespace, name: object.name)
    return try admit(
      resource.upgraded(object),
      over: isNew ? nil : self.object(resource.stored, name),
      resource.stored,
      options,
      recordsUpdate: recordsUpdate,
      check: check,
    )
  }
}
