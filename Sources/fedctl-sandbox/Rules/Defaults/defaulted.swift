import JSON

extension ClusterState {
  /// An object with what a server adds to it, in the form in which the server keeps it.
  ///
  /// What was allocated once, such as a Service's address, comes from the live object.
  func defaulted(
    _ object: JSON,
    _ resource: Resource,
    _ live: JSON?,
    isDryRun: Bool = false,
    isApplied: Bool = false,
  ) -> JSON {
    let schema = schema(of: resource)
    if resource.isCustom {
      return object.withTexts.withDefaults(schema, keepsNulls: isApplied).withoutEmptyMaps
    }
    var object = object.stored(schema) ?? object
    // Go's structs have a spec, whether anything was said of it or not.
    if schema.member("spec") != nil { object = object.filling("spec", [:]) }
    return switch resource.qualifiedKind {
    case "Namespace": defaultedNamespace(object, live)
    case "Scale.autoscaling":
      object.editing("spec") { spec in if spec["replicas"] == 0 { spec["replicas"] = nil } }
    case "Secret": defaultedSecret(object)
    case "Service": defaultedService(object, live, isDryRun: isDryRun)
    case "PersistentVolumeClaim": defaultedClaim(object, isNew: live == nil)
    case "StorageClass.storage.k8s.io": defaultedStorageClass(object)
    case "Pod": live == nil ? defaultedPod(object) : object.editing("spec") { defaultPodSpec(&$0) }
    case "Deployment.apps": object.editing("spec", defaultDeploymentSpec)
    case "ReplicaSet.apps": object.editing("spec", defaultReplicaSetSpec)
    case "StatefulSet.apps": object.editing("spec", defaultStatefulSetSpec)
    case "DaemonSet.apps": defaultedDaemonSet(object, live)
    case "Job.batch": defaultedJob(object, isNew: live == nil)
    case "HorizontalPodAutoscaler.autoscaling": object.editing("spec", defaultAutoscalerSpec)
    case "Role.rbac.authorization.k8s.io", "ClusterRole.rbac.authorization.k8s.io":
      object.filling("rules", .null)
    case "RoleBinding.rbac.authorization.k8s.io", "ClusterRoleBinding.rbac.authorization.k8s.io":
      defaultedBinding(object)
    case "NetworkPolicy.networking.k8s.io": object.editing("spec", defaultNetworkPolicySpec)
    case "APIService.apiregistration.k8s.io":
      object.editing("spec") { spec in spec.edit("service") { $0.fill("port", 443) } }
    case "CustomResourceDefinition.apiextensions.k8s.io":
      object.editing("spec", defaultDefinitionSpec)
    default: object
    }
  }
}

extension JSON {
  /// This object with a member that is missing set.
  func filling(_ key: String, _ value: JSON) -> JSON {
    guard case .object(var members) = self else { return self }
    members.fill(key, value)
    return .object(members)
  }

  /// An object whose labels and annotations are texts, of which null is an empty one.
  fileprivate var withTexts: JSON {
    editing("metadata") { metadata in
      for key in ["labels", "annotations"] {
        metadata.edit(key) { entries in
          for name in entries.keys where entries[name] == .null { entries[name] = "" }
        }
      }
    }
  }

  /// An object whose metadata names no empty labels or annotations, as Go leaves them out.
  fileprivate var withoutEmptyMaps: JSON {
    editing("metadata") { metadata in
      for key in ["labels", "annotations", "finalizers", "ownerReferences"] {
        guard let value = metadata[key], [[:], [], .null].contains(value) else { continue }
        metadata[key] = nil
      }
    }
  }
}

extension JSON {
  /// This object with a member edited; untouched where the member is no object.
  func editing(_ key: String, _ edit: (inout JSONObject) -> Void) -> JSON {
    guard case .object(var object) = self, case .object(var member)? = object[key] else {
      return self
    }
    edit(&member)
    object[key] = .object(member)
    return .object(object)
  }
}

extension JSONObject {
  /// Sets a member that is missing.
  mutating func fill(_ key: String, _ value: JSON) {
    if self[key] == nil { self[key] = value }
  }

  /// Edits a member, or does nothing where it is no object.
  mutating func edit(_ key: String, _ edit: (inout JSONObject) -> Void) {
    guard case .object(var member)? = self[key] else { return }
    edit(&member)
    self[key] = .object(member)
  }

  /// Edits every object in a list.
  mutating func editEach(_ key: String, _ edit: (inout JSONObject) -> Void) {
    guard case .array(let items)? = self[key] else { return }
    self[key] = .array(
      items.map { item in
        guard case .object(var member) = item else { return item }
        edit(&member)
        return .object(member)
      }
    )
  }
}
