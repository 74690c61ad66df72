import JSON

/// Rights, from the roles and bindings that the cluster holds.
extension ClusterState {
  /// Whether somebody may do something; whoever is in `system:masters` may do all.
  func allows(_ permission: Permission, to identity: Identity) -> Bool {
    identity.groups.contains("system:masters")
      || rules(of: identity, in: permission.namespace).contains(where: permission.isGranted)
  }

  /// All rules that hold for somebody in a namespace; an empty one is the whole cluster.
  func rules(of identity: Identity, in namespace: String) -> [JSON] {
    var rules: [JSON] = []
    if let bindings = resource(kind: "ClusterRoleBinding") {
      for binding in list(bindings, in: nil) where identity.isBound(by: binding) {
        rules += self.rules(referredToBy: binding)
      }
    }
    // A binding in a namespace gives nothing outside it, whatever role it is for.
    guard !namespace.isEmpty, let bindings = resource(kind: "RoleBinding") else { return rules }
    for binding in list(bindings, in: namespace) where identity.isBound(by: binding) {
      rules += self.rules(referredToBy: binding)
    }
    return rules
  }

  /// The rules of the role that a binding is for; none where there is no such role.
  func rules(referredToBy binding: JSON) -> [JSON] {
    let reference = binding["roleRef"]
    let kind = reference?["kind"]?.stringValue ?? ""
    guard
      let role = object(
        kind,
        reference?["name"]?.stringValue ?? "",
        in: kind == "Role" ? binding.namespace : "",
      )
    else { return [] }
    return rules(of: role)
  }

  /// A role's rules; one that aggregates has those of all roles with its labels.
  private func rules(of role: JSON) -> [JSON] {
    let own = role["rules"]?.arrayValue ?? []
    let selectors = Place(role["aggregationRule"]?["clusterRoleSelectors"]).items
    guard !selectors.isEmpty, let roles = resource(kind: "ClusterRole") else { return own }
    return own
      + list(roles, in: nil).filter { other in
        other.name != role.name
          && selectors.contains { $0.selects(Place(other.metadata["labels"])) }
      }.flatMap { $0["rules"]?.arrayValue ?? [] }
  }

  /// Refuses roles and bindings that give more than their author has.
  func checkEscalation(
    _ object: JSON,
    _ resource: Resource,
    by identity: Identity,
  ) throws(APIStatus) {
    let isRole = ["Role", "ClusterRole"].contains(resource.kind)
    let isBinding = ["RoleBinding", "ClusterRoleBinding"].contains(resource.kind)
    guard isRole || isBinding else { return }
    let target =
      isRole ? resource.plural : (object["roleRef"]?["kind"] == "Role" ? "roles" : "clusterroles")
    let release = Permission(
      verb: isRole ? "escalate" : "bind",
      group: "rbac.authorization.k8s.io",
      resource: target,
      namespace: object.namespace,
      name: isRole ? object.name : object["roleRef"]?["name"]?.stringValue ?? "",
    )
    // Two verbs of RBAC let their holders give what they do not have: `escalate` and `bind`.
    guard !allows(release, to: identity) else { return }
    let given = isRole ? object["rules"]?.arrayValue ?? [] : rules(referredToBy: object)
    let missing = given.filter { rule in
      !rule.permissions(in: object.namespace).allSatisfy { allows($0, to: identity) }
    }
    guard !missing.isEmpty else { return }
    throw APIStatus(
      code: 403,
      reason: "Forbidden",
      message: "\(resource.qualifiedName) \"\(object.name)\" is forbidden: user "
        + "\"\(identity.name)\" (groups=\(JSON.array(identity.groups.map(JSON.string)).text())) is "
        + "attempting to grant RBAC permissions not currently held:\n"
        + missing.map(\.ruleText).joined(separator: "\n"),
      details: APIStatus.details(resource, object.name),
    )
  }
}

extension Identity {
  /// Whether one of a binding's subjects is this user or one of its groups.
  fileprivate func isBound(by binding: JSON) -> Bool {
    (binding["subjects"]?.arrayValue ?? []).contains { subject in
      let name = subject["name"]?.stringValue ?? ""
      switch subject["kind"]?.stringValue {
      case "User": return name == self.name
      case "Group": return groups.contains(name)
      default:
        let namespace = subject["namespace"]?.stringValue ?? binding.namespace
        return self.name == "system:serviceaccount:\(namespace):\(name)"
      }
    }
  }
}

extension JSON {
  /// The texts of a list under a key; none where there is no list.
  private func texts(_ key: String) -> [String] {
    (self[key]?.arrayValue ?? []).compactMap(\.stringValue)
  }

  /// Every single right that a rule gives.
  fileprivate func permissions(in namespace: String) -> [Permission] {
    let names = texts("resourceNames").isEmpty ? [""] : texts("resourceNames")
    return texts("verbs").flatMap { verb in
      texts("nonResourceURLs").map { Permission(verb: verb, path: $0) }
        + texts("apiGroups").flatMap { group in
          texts("resources").flatMap { resource in
            names.map {
              Permission(
                verb: verb,
                group: group,
                resource: resource,
                namespace: namespace,
                name: $0,
              )
            }
          }
        }
    }
  }

  /// A rule as the server prints it: `{APIGroups:[""], Resources:["pods"], Verbs:["get"]}`.
  fileprivate var ruleText: String {
    let parts = [
      ("APIGroups", "apiGroups"), ("Resources", "resources"), ("ResourceNames", "resourceNames"),
      ("NonResourceURLs", "nonResourceURLs"), ("Verbs", "verbs"),
    ].compactMap { name, key in self[key].map { "\(name):\($0.text())" } }
    return "{\(parts.joined(separator: ", "))}"
  }
}
