import FoundationEssentials
import JSON

extension ClusterState {
  /// A cluster as it is before anybody asks anything of it.
  ///
  /// `namespaces` are there besides those that every OpenShift cluster has; the Prometheus operator
  /// is there only if the cluster has one from the start.
  init(preloaded context: String, namespaces: [String] = [], hasPrometheusOperator: Bool = false) {
    self.init(context: context)
    let platform = [
      "default", "kube-system", "openshift-config-managed", "openshift-monitoring",
      "openshift-marketplace",
    ]
    for name in platform + namespaces {
      preload("Namespace", name: name)
      if let namespace = object("Namespace", name, in: "") { furnishNamespace(namespace) }
    }
    preload(
      "ConfigMap",
      name: "default-ingress-cert",
      in: "openshift-config-managed",
      ["data": ["ca-bundle.crt": .string(pemText(of: "ingress CA of \(context)"))]],
    )
    preload(
      "ClusterVersion",
      name: "version",
      ["spec": ["channel": "stable-4.18", "clusterID": .string(UUID().uuidString.lowercased())]],
    )
    preload(
      "CatalogSource",
      name: "community-operators",
      in: "openshift-marketplace",
      ["spec": ["sourceType": "grpc", "displayName": "Community Operators"]],
    )
    if hasPrometheusOperator {
      serveMonitoring()
      let definitions = resource(kind: "CustomResourceDefinition").map { list($0, in: nil) } ?? []
      for definition in definitions { establish(definition) }
    }
    _ = takeUntold()
  }

  private mutating func preload(
    _ kind: String,
    name: String,
    in namespace: String = "",
    _ content: JSON = [:],
  ) {
    guard let resource = resource(kind: kind) else { return }
    var options = WriteOptions()
    options.fieldManager = "fedctl-sandbox"
    let body = content.setting(FieldPath(keys: "metadata", "name"), to: .string(name))
    _ = try? create(body, resource, in: namespace, options)
  }
}
