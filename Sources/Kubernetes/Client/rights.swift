package import Facts
import HTTP
import JSON
import Objects

/// Something that must be allowed, as RBAC names it.
package struct Right: Hashable, Sendable {
  /// As `list`.
  package let verb: String
  /// Empty for the core group.
  package let group: String
  /// In the plural, with a subresource behind a slash.
  package let resource: String
  /// nil for what has no namespace.
  package let namespace: String?
  /// The objects that it is needed for; none where they are not known beforehand, or it is for all of a kind.
  package let names: Set<String>

  package init(
    _ verb: String,
    _ group: String,
    _ resource: String,
    in namespace: String? = nil,
    names: Set<String> = [],
  ) {
    self.verb = verb
    self.group = group
    self.resource = resource
    self.namespace = namespace
    self.names = names
  }
}

/// What the asker may do in one namespace and in the whole cluster.
package struct OwnRules: Hashable, Sendable {
  private struct Rule: Hashable {
    let verbs: Set<String>
    let groups: Set<String>
    let resources: Set<String>
    /// Empty for all.
    let names: Set<String>

    init(_ rule: JSON) {
      func texts(_ key: String) -> Set<String> {
        Set((rule[key]?.arrayValue ?? []).compactMap(\.stringValue))
      }
      verbs = texts("verbs")
      groups = texts("apiGroups")
      resources = texts("resources")
      names = texts("resourceNames")
    }

    /// As RBAC decides: each must be named, or a star.
    func allows(_ right: Right) -> Bool {
      let isNamed = names.isEmpty || (!right.names.isEmpty && right.names.isSubset(of: names))
      return isNamed && !verbs.isDisjoint(with: [right.verb, "*"])
        && !groups.isDisjoint(with: [right.group, "*"])
        && !resources.isDisjoint(with: [right.resource, "*"])
    }
  }

  private let rules: [Rule]
  /// Whether what is not among them is not allowed: some authorizers, as those of clouds, tell no rules.
  package let isComplete: Bool

  /// Reads the status of a SelfSubjectRulesReview.
  init(status: JSON) {
    rules = (status["resourceRules"]?.arrayValue ?? []).map(Rule.init)
    isComplete = status["incomplete"] != true
  }

  /// Whether one of the rules allows it.
  package func allow(_ right: Right) -> Bool { rules.contains { $0.allows(right) } }
}

extension KubernetesClient {
  /// Asks what the kubeconfig's user may do in a namespace, which need not exist.
  package func ownRules(in namespace: String) async throws(KubernetesError) -> OwnRules {
    let status = try await review(
      "SelfSubjectRulesReview",
      "selfsubjectrulesreviews",
      ["namespace": .string(namespace)],
    )
    return OwnRules(status: status)
  }

  /// Asks whether the kubeconfig's user may do one thing.
  package func mayDo(_ right: Right) async throws(KubernetesError) -> Bool {
    let parts = right.resource.split(separator: "/", maxSplits: 1).map(String.init)
    var attributes: JSONObject = [
      "verb": .string(right.verb), "group": .string(right.group),
      "resource": .string(parts.first ?? ""),
    ]
    if parts.count > 1 { attributes["subresource"] = .string(parts[1]) }
    if let namespace = right.namespace { attributes["namespace"] = .string(namespace) }
    if right.names.count == 1, let name = right.names.first { attributes["name"] = .string(name) }
    let status = try await review(
      "SelfSubjectAccessReview",
      "selfsubjectaccessreviews",
      ["resourceAttributes": .object(attributes)],
    )
    return status["allowed"] == true
  }

  /// The status of a review of the kubeconfig's user.
  private func review(
    _ kind: String,
    _ plural: String,
    _ spec: JSON,
  ) async throws(KubernetesError) -> JSON {
    let kind = ResourceKind("authorization.k8s.io", "v1", kind, plural, isNamespaced: false)
    let answer = try await send(
      Call(
        method: .post,
        endpoint: Endpoint(kind, namespace: nil),
        answer: .document([kind.kind]),
        body: ["apiVersion": .string(kind.apiVersion), "kind": .string(kind.kind), "spec": spec],
      )
    )
    return answer["status"] ?? [:]
  }
}
