import JSON

extension ClusterState {
  /// What every namespace of an OpenShift cluster gets by itself.
  mutating func furnishNamespace(_ namespace: JSON) {
    let name = namespace.name
    ensure(
      "ServiceAccount",
      "default",
      for: namespace,
      in: name,
      by: "kube-controller-manager",
    )
    ensure(
      "ConfigMap",
      "kube-root-ca.crt",
      for: namespace,
      in: name,
      by: "kube-controller-manager",
      ["data": ["ca.crt": .string(pemText(of: "API server of \(context)"))]],
    )
    ensure(
      "ConfigMap",
      "openshift-service-ca.crt",
      for: namespace,
      in: name,
      by: "kube-controller-manager",
      ["data": ["service-ca.crt": .string(serviceCA)]],
    )
  }

  /// Deletes what is in a namespace; what has finalizers stays and is told of in its status.
  mutating func emptyNamespace(_ namespace: JSON) {
    for resource in kinds where resource.isNamespaced {
      for object in list(resource, in: namespace.name) where !object.isTerminating {
        remove(object, resource, by: "kube-controller-manager")
      }
    }
    finishNamespace(namespace.name)
  }

  /// Lets a terminating namespace go once nothing is left in it.
  mutating func finishNamespace(_ name: String) {
    guard let namespace = object("Namespace", name, in: ""), namespace.isTerminating,
      let resource = resource(kind: "Namespace")
    else { return }
    let left = kinds.filter(\.isNamespaced).map { ($0, list($0, in: name)) }
      .filter { !$0.1.isEmpty }
    // The namespace itself has nothing that holds it but its content.
    guard !left.isEmpty else { return drop(namespace, resource) }
    guard namespace["status"]?["conditions"] == nil else { return }
    let status: JSON = ["phase": "Terminating", "conditions": .array(remaining(left))]
    setStatus(status, of: namespace, by: "kube-controller-manager")
  }

  /// What is left, in the words of the real controller, counting kinds and then finalizers.
  private func remaining(_ left: [(Resource, [JSON])]) -> [JSON] {
    let kinds = left.map { resource, objects in
      let name = "\(resource.plural).\(resource.group)"
      return "\(name) has \(objects.count) resource instances"
    }
    var finalizers: [String: Int] = [:]
    for object in left.flatMap(\.1) {
      for name in object["metadata"]?["finalizers"]?.arrayValue ?? [] {
        finalizers[name.stringValue ?? "", default: 0] += 1
      }
    }
    let counts = finalizers.sorted { $0.key < $1.key }.map {
      "\($0.key) in \($0.value) resource instances"
    }
    return [
      lingering(
        "NamespaceContentRemaining",
        "SomeResourcesRemain",
        "Some resources are remaining",
        kinds,
      ),
      lingering(
        "NamespaceFinalizersRemaining",
        "SomeFinalizersRemain",
        "Some content in the namespace has finalizers remaining",
        counts,
      ),
    ]
  }

  /// A condition that says what is left, or that nothing is.
  private func lingering(_ type: String, _ reason: String, _ what: String, _ list: [String]) -> JSON
  {
    let message = "\(what): \(list.joined(separator: ", "))"
    return condition(type, !list.isEmpty, reason, ["message": .string(message)])
  }
}
