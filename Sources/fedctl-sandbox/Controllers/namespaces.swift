import JSON

extension ClusterState {
  /// What every namespace of an OpenShift cluster gets by itself.
  mutating func furnishNamespace(_ namespace: JSON) {
    let name = namespace.name
    ensure("ServiceAccount", "default", in: name, by: "kube-controller-manager")
    ensure(
      "ConfigMap",
      "kube-root-ca.crt",
      in: name,
      by: "kube-controller-manager",
      ["data": ["ca.crt": .string(pemText(of: "API server of \(context)"))]],
    )
    ensure(
      "ConfigMap",
      "openshift-service-ca.crt",
      in: name,
      by: "kube-controller-manager",
      ["data": ["service-ca.crt": .string(serviceCA)]],
    )
  }

  mutating func emptyNamespace(_ namespace: JSON) {
    for resource in resources where resource.isNamespaced {
      for object in list(resource, in: namespace.name) where !object.isTerminating {
        let name = ObjectName(namespace: namespace.name, name: object.name)
        _ = try? delete(resource, name, DeleteOptions())
      }
    }
    finishNamespace(namespace.name)
  }

  /// Lets a terminating namespace go once nothing is left in it.
  mutating func finishNamespace(_ name: String) {
    guard let namespace = object("Namespace", name, in: ""), namespace.isTerminating,
      let resource = resource(kind: "Namespace")
    else { return }
    let left = resources.filter { $0.isNamespaced && !list($0, in: name).isEmpty }
    guard let first = left.first else { return drop(namespace, resource) }
    let message =
      "Some content in the namespace has finalizers remaining: in \(first.qualifiedName)"
    let status: JSON = [
      "phase": "Terminating",
      "conditions": [
        condition(
          "NamespaceFinalizersRemaining",
          true,
          "SomeFinalizersRemain",
          ["message": .string(message)],
        )
      ],
    ]
    guard namespace["status"]?["conditions"] == nil else { return }
    setStatus(status, of: namespace, by: "kube-controller-manager")
  }

  mutating func collectGarbage(of owner: JSON) {
    for (resource, dependent) in dependents(of: owner) {
      let name = ObjectName(namespace: dependent.namespace, name: dependent.name)
      _ = try? delete(resource, name, DeleteOptions())
    }
  }
}
