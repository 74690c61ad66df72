import JSON
import Objects

/// A rule of a Role.
func rule(_ group: String, _ resources: [String], names: [String] = [], _ verbs: [String]) -> JSON {
  .fields([
    "apiGroups": [.string(group)],
    "resources": .list(resources),
    "resourceNames": .list(names),
    "verbs": .list(verbs),
  ])
}

extension Site {
  /// Where a pod finds the token of the account that it runs as.
  static let accountToken = "/var/run/secrets/kubernetes.io/serviceaccount/token"

  /// The identity of pods, or of people outside, that never ask the API server for anything.
  func silentAccount(_ name: String, of part: Part, _ fields: JSON = [:]) -> Manifest {
    let silence: JSON = ["automountServiceAccountToken": false]
    return manifest(.serviceAccount, name, of: part, silence.merging(fields))
  }

  /// A role in one namespace: the fleet's where no other is given.
  func role(
    _ name: String,
    of part: Part,
    in foreignNamespace: String? = nil,
    rules: [JSON],
  ) -> Manifest {
    manifest(.role, name, of: part, in: foreignNamespace, ["rules": .array(rules)])
  }

  /// A role on the whole cluster, for the fleet alone.
  func clusterRole(_ name: String, of part: Part, rules: [JSON]) -> Manifest {
    manifest(.clusterRole, qualified(name), of: part, ["rules": .array(rules)])
  }

  /// Gives a Role to a ServiceAccount, of the fleet's namespace where no other is given.
  func roleBinding(
    _ name: String,
    role: String,
    to account: String,
    ofNamespace home: String? = nil,
    of part: Part,
    in foreignNamespace: String? = nil,
    _ fields: JSON = [:],
  ) -> Manifest {
    let binding = bindingFields(ResourceKind.role, role, to: account, of: home ?? namespace)
    return manifest(.roleBinding, name, of: part, in: foreignNamespace, binding.merging(fields))
  }

  /// Gives a ClusterRole, on the whole cluster, to a ServiceAccount of the fleet's namespace.
  func clusterRoleBinding(
    _ name: String,
    role: String,
    to account: String,
    of part: Part,
  ) -> Manifest {
    let binding = bindingFields(ResourceKind.clusterRole, role, to: account, of: namespace)
    return manifest(.clusterRoleBinding, qualified(name), of: part, binding)
  }

  private func bindingFields(
    _ kind: ResourceKind,
    _ role: String,
    to account: String,
    of home: String,
  ) -> JSON {
    [
      "roleRef": [
        "apiGroup": .string(kind.group), "kind": .string(kind.kind), "name": .string(role),
      ],
      "subjects": [
        ["kind": "ServiceAccount", "name": .string(account), "namespace": .string(home)]
      ],
    ]
  }
}
