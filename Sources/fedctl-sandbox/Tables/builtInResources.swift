/// What every cluster serves from the start, as an OpenShift cluster with OLM does.
let builtInResources: [Resource] =
  coreResources + workloadResources + accessResources + openShiftResources + operatorResources

private let coreResources = [
  core("Namespace", "namespaces", ["ns"], isNamespaced: false, ["status", "finalize"]),
  core("Node", "nodes", ["no"], isNamespaced: false, ["status"]),
  core("Secret", "secrets", []),
  core("ConfigMap", "configmaps", ["cm"]),
  core("ServiceAccount", "serviceaccounts", ["sa"], ["token"]),
  core("Service", "services", ["svc"], ["status"]),
  core("PersistentVolumeClaim", "persistentvolumeclaims", ["pvc"], ["status"]),
  core("Pod", "pods", ["po"], ["status"]),
  core("Event", "events", ["ev"]),
]

private let workloadResources = [
  Resource(
    group: "apps",
    version: "v1",
    kind: "Deployment",
    plural: "deployments",
    shortNames: ["deploy"],
    subresources: ["status"],
  ),
  Resource(
    group: "apps",
    version: "v1",
    kind: "StatefulSet",
    plural: "statefulsets",
    shortNames: ["sts"],
    subresources: ["status"],
  ),
  Resource(
    group: "apps",
    version: "v1",
    kind: "DaemonSet",
    plural: "daemonsets",
    shortNames: ["ds"],
    subresources: ["status"],
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

private let openShiftResources = [
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
  Resource(
    group: "route.openshift.io",
    version: "v1",
    kind: "Route",
    plural: "routes",
    subresources: ["status"],
    isCustom: true,
  ),
]

private let operatorResources = [
  operators("v1", "OperatorGroup", "operatorgroups", ["og"]),
  operators("v1alpha1", "Subscription", "subscriptions", ["sub", "subs"]),
  operators("v1alpha1", "InstallPlan", "installplans", ["ip"]),
  operators("v1alpha1", "ClusterServiceVersion", "clusterserviceversions", ["csv", "csvs"]),
  operators("v1alpha1", "CatalogSource", "catalogsources", ["catsrc"]),
]

private func core(
  _ kind: String,
  _ plural: String,
  _ shortNames: [String],
  isNamespaced: Bool = true,
  _ subresources: [String] = [],
) -> Resource {
  Resource(
    group: "",
    version: "v1",
    kind: kind,
    plural: plural,
    shortNames: shortNames,
    isNamespaced: isNamespaced,
    subresources: subresources,
  )
}

private func access(_ kind: String, _ plural: String, isNamespaced: Bool = true) -> Resource {
  Resource(
    group: "rbac.authorization.k8s.io",
    version: "v1",
    kind: kind,
    plural: plural,
    isNamespaced: isNamespaced,
  )
}

private func operators(
  _ version: String,
  _ kind: String,
  _ plural: String,
  _ shortNames: [String],
) -> Resource {
  Resource(
    group: "operators.coreos.com",
    version: version,
    kind: kind,
    plural: plural,
    shortNames: shortNames,
    subresources: ["status"],
    isCustom: true,
  )
}
