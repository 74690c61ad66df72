import JSON

extension ClusterState {
  /// An object with what a server adds to it.
  ///
  /// What was allocated once, such as a Service's address, comes from the live object.
  func defaulted(_ object: JSON, _ resource: Resource, _ live: JSON?) -> JSON {
    switch resource.qualifiedKind {
    case "Namespace": defaultedNamespace(object)
    case "Secret": defaultedSecret(object)
    case "Service": defaultedService(object, live)
    case "PersistentVolumeClaim": defaultedClaim(object)
    case "Pod": object.editing("spec") { defaultPodSpec(&$0) }
    case "Deployment.apps": object.editing("spec", defaultDeploymentSpec)
    case "StatefulSet.apps": object.editing("spec", defaultStatefulSetSpec)
    case "DaemonSet.apps": object.editing("spec", defaultDaemonSetSpec)
    case "RoleBinding.rbac.authorization.k8s.io", "ClusterRoleBinding.rbac.authorization.k8s.io":
      defaultedBinding(object)
    case "NetworkPolicy.networking.k8s.io": object.editing("spec", defaultNetworkPolicySpec)
    case "Route.route.openshift.io": object.editing("spec", defaultRouteSpec)
    case "Prometheus.monitoring.coreos.com": object.editing("spec", defaultPrometheusSpec)
    default: object
    }
  }
}

/// What the operator's definition of the kind says.
private func defaultPrometheusSpec(_ spec: inout JSONObject) {
  spec.fill("evaluationInterval", "30s")
  spec.fill("portName", "web")
  spec.fill("scrapeInterval", "30s")
  spec.fill("shards", 1)
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
