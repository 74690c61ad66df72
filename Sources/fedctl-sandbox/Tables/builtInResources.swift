/// What every cluster serves from the start, as an OpenShift cluster with OLM does.
///
/// Order matters to clients that take the first kind of a name: the core group comes first.
let builtInResources: [Resource] =
  coreResources + workloadResources + accessResources + openShiftResources + operatorResources

private let coreResources = [
  core("Namespace", "namespaces", ["ns"], isNamespaced: false, ["status", "finalize"]),
  core("Node", "nodes", ["no"], isNamespaced: false, ["status"]),
  core("Secret", "secrets", []),
  core("ConfigMap", "configmaps", ["cm"]),
  core("ServiceAccount", "serviceaccounts", ["sa"], ["token"]),
  core("Service", "services", ["svc"], ["status"], ["all"]),
  core("PersistentVolumeClaim", "persistentvolumeclaims", ["pvc"], ["status"]),
  core("Pod", "pods", ["po"], ["status"], ["all"]),
  core("Event", "events", ["ev"]),
]

private let workloadResources = [
  Resource(
    group: "apps",
    version: "v1",
    kind: "Deployment",
    plural: "deployments",
    shortNames: ["deploy"],
    categories: ["all"],
    subresources: ["scale", "status"],
  ),
  Resource(
    group: "apps",
    version: "v1",
    kind: "StatefulSet",
    plural: "statefulsets",
    shortNames: ["sts"],
    categories: ["all"],
    subresources: ["scale", "status"],
  ),
  Resource(
    group: "apps",
    version: "v1",
    kind: "DaemonSet",
    plural: "daemonsets",
    shortNames: ["ds"],
    categories: ["all"],
    subresources: ["status"],
  ),
  Resource(
    group: "apps",
    version: "v1",
    kind: "ReplicaSet",
    plural: "replicasets",
    shortNames: ["rs"],
    categories: ["all"],
    subresources: ["scale", "status"],
  ),
  Resource(
    group: "batch",
    version: "v1",
    kind: "Job",
    plural: "jobs",
    categories: ["all"],
    subresources: ["status"],
  ),
  Resource(
    group: "autoscaling",
    version: "v2",
    kind: "HorizontalPodAutoscaler",
    plural: "horizontalpodautoscalers",
    shortNames: ["hpa"],
    categories: ["all"],
    subresources: ["status"],
  ),
  Resource(
    group: "autoscaling",
    version: "v1",
    kind: "HorizontalPodAutoscaler",
    plural: "horizontalpodautoscalers",
    shortNames: ["hpa"],
    categories: ["all"],
    subresources: ["status"],
  ),
  Resource(
    group: "storage.k8s.io",
    version: "v1",
    kind: "StorageClass",
    plural: "storageclasses",
    shortNames: ["sc"],
    isNamespaced: false,
  ),
  Resource(
    group: "scheduling.k8s.io",
    version: "v1",
    kind: "PriorityClass",
    plural: "priorityclasses",
    shortNames: ["pc"],
    isNamespaced: false,
  ),
  Resource(
    group: "networking.k8s.io",
    version: "v1",
    kind: "IngressClass",
    plural: "ingressclasses",
    isNamespaced: false,
  ),
  Resource(
    group: "policy",
    version: "v1",
    kind: "PodDisruptionBudget",
    plural: "poddisruptionbudgets",
    shortNames: ["pdb"],
    subresources: ["status"],
  ),
  Resource(
    group: "networking.k8s.io",
    version: "v1",
    kind: "NetworkPolicy",
    plural: "networkpolicies",
    shortNames: ["netpol"],
  ),
  Resource(
    group: "networking.k8s.io",
    version: "v1",
    kind: "Ingress",
    plural: "ingresses",
    shortNames: ["ing"],
    subresources: ["status"],
  ),
  Resource(group: "coordination.k8s.io", version: "v1", kind: "Lease", plural: "leases"),
]

private let accessResources = [
  access("Role", "roles"),
  access("RoleBinding", "rolebindings"),
  access("ClusterRole", "clusterroles", isNamespaced: false),
  access("ClusterRoleBinding", "clusterrolebindings", isNamespaced: false),
]

/// What OpenShift has beside Kubernetes, as far as fedctl asks for it.
private let openShiftResources =
  [
    Resource(
      group: "apiregistration.k8s.io",
      version: "v1",
      kind: "APIService",
      plural: "apiservices",
      isNamespaced: false,
      subresources: ["status"],
    ),
    Resource(
      group: "apiextensions.k8s.io",
      version: "v1",
      kind: "CustomResourceDefinition",
      plural: "customresourcedefinitions",
      shortNames: ["crd", "crds"],
      isNamespaced: false,
      subresources: ["status"],
    ),
    Resource(
      group: "config.openshift.io",
      version: "v1",
      kind: "ClusterVersion",
      plural: "clusterversions",
      isNamespaced: false,
      subresources: ["status"],
      isCustom: true,
    ),
  ]
  + Resource.defined(in: "route.openshift.io")
  + [
    // What the package server answers for.
    Resource(
      group: "packages.operators.coreos.com",
      version: "v1",
      kind: "PackageManifest",
      plural: "packagemanifests",
      isCustom: true,
    )
  ]

/// The kinds of the Operator Lifecycle Manager, in all versions that its definitions have.
private let operatorResources = Resource.defined(in: "operators.coreos.com")

/// A kind of the core group, `v1`.
private func core(
  _ kind: String,
  _ plural: String,
  _ shortNames: [String],
  isNamespaced: Bool = true,
  _ subresources: [String] = [],
  _ categories: [String] = [],
) -> Resource {
  Resource(
    group: "",
    version: "v1",
    kind: kind,
    plural: plural,
    shortNames: shortNames,
    categories: categories,
    isNamespaced: isNamespaced,
    subresources: subresources,
  )
}

/// A kind of RBAC.
private func access(_ kind: String, _ plural: String, isNamespaced: Bool = true) -> Resource {
  Resource(
    group: "rbac.authorization.k8s.io",
    version: "v1",
    kind: kind,
    plural: plural,
    isNamespaced: isNamespaced,
  )
}
