import FoundationEssentials
import JSON

extension ClusterState {
  /// A cluster as it is before anybody asks anything of it.
  ///
  /// `namespaces` are there besides those that every OpenShift cluster has; the Prometheus operator
  /// is there only if the cluster has one from the start.
  init(preloaded context: String, namespaces: [String] = [], hasPrometheusOperator: Bool = false) {
    self.init(context: context)
    // All of it is older than whatever anybody asks for.
    let skew = self.skew
    self.skew = skew - 86_400
    defer { self.skew = skew }
    let platform = [
      "default", "kube-system", "openshift-config-managed", "openshift-monitoring",
      "openshift-user-workload-monitoring", "openshift-marketplace",
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
    for (name, shown) in [
      ("community-operators", "Community Operators"), ("redhat-operators", "Red Hat Operators"),
    ] {
      preload(
        "CatalogSource",
        name: name,
        in: "openshift-marketplace",
        ["spec": ["sourceType": "grpc", "displayName": .string(shown)]],
      )
    }
    preloadStorageClasses()
    preloadPackages()
    preloadRoles()
    if hasPrometheusOperator {
      serveMonitoring()
      let definitions = resource(kind: "CustomResourceDefinition").map { list($0, in: nil) } ?? []
      for definition in definitions { establish(definition) }
    }
    // Nobody follows the cluster yet; controllers have done their part of this already.
    _ = takeUntold()
  }

  /// A class whose volumes can grow, which is the default as in clouds, and one whose volumes cannot.
  private mutating func preloadStorageClasses() {
    for (name, grows) in [("gp3", true), ("fixed", false)] {
      preload(
        "StorageClass",
        name: name,
        [
          "metadata": grows
            ? ["annotations": ["storageclass.kubernetes.io/is-default-class": "true"]] : [:],
          "provisioner": "ebs.csi.aws.com", "volumeBindingMode": "WaitForFirstConsumer",
          "allowVolumeExpansion": .bool(grows),
        ],
      )
    }
  }

  /// What OpenShift's community catalogue offers of the Prometheus operator, and Red Hat's of the Cluster
  /// Observability Operator, newest first.
  private mutating func preloadPackages() {
    preloadPackage(
      "prometheus",
      from: "community-operators",
      channel: "beta",
      versions: ["0.56.3", "0.47.0", "0.37.0", "0.32.0"].map { "prometheusoperator.v\($0)" },
    )
    let observability = "cluster-observability-operator"
    preloadPackage(
      observability,
      from: "redhat-operators",
      channel: "stable",
      versions: ["1.5.3", "1.4.0", "1.3.0", "1.2.2"].map { "\(observability).v\($0)" },
    )
  }

  /// A package with one channel.
  private mutating func preloadPackage(
    _ package: String,
    from catalogue: String,
    channel: String,
    versions: [String],
  ) {
    let offered: JSON = [
      "name": .string(channel), "currentCSV": .string(versions.first ?? ""),
      "entries": .array(versions.map { ["name": .string($0)] }),
    ]
    let status: JSON = [
      "catalogSource": .string(catalogue), "catalogSourceNamespace": "openshift-marketplace",
      "packageName": .string(package), "defaultChannel": .string(channel), "channels": [offered],
    ]
    preload(
      "PackageManifest",
      name: package,
      in: "openshift-marketplace",
      ["metadata": ["labels": ["catalog": .string(catalogue)]], "status": status],
    )
  }

  /// The roles that every cluster has, and who has them.
  private mutating func preloadRoles() {
    for role in bootstrapRoles {
      preload("ClusterRole", name: role.name, ["rules": .array(role.rules)])
    }
    for (role, groups) in bootstrapBindings {
      let reference: JSON = [
        "apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": .string(role),
      ]
      let subjects = groups.map { group -> JSON in
        [
          "apiGroup": "rbac.authorization.k8s.io", "kind": "Group", "name": .string(group),
        ]
      }
      preload(
        "ClusterRoleBinding",
        name: role,
        ["roleRef": reference, "subjects": .array(subjects)],
      )
    }
  }

  /// Makes an object as the API server itself does when a cluster begins.
  private mutating func preload(
    _ kind: String,
    name: String,
    in namespace: String = "",
    _ content: JSON = [:],
  ) {
    guard let resource = resource(kind: kind) else { return }
    var options = WriteOptions()
    options.fieldManager = "kube-apiserver"
    let body = content.setting(FieldPath(keys: "metadata", "name"), to: .string(name))
    _ = try? create(Body(body), resource, in: namespace, options)
  }
}
