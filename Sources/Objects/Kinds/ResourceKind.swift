/// A kind of Kubernetes object and where the API serves it.
package struct ResourceKind: Hashable, Sendable {
  /// Empty for the core group.
  package let group: String
  /// The one version in which fedctl speaks of the kind.
  package let version: String
  /// As in objects: `Deployment`.
  package let kind: String
  /// As in paths of the API: `deployments`.
  package let plural: String
  /// Whether its objects are in namespaces.
  package let isNamespaced: Bool

  package init(
    _ group: String,
    _ version: String,
    _ kind: String,
    _ plural: String,
    isNamespaced: Bool = true,
  ) {
    self.group = group
    self.version = version
    self.kind = kind
    self.plural = plural
    self.isNamespaced = isNamespaced
  }

  /// `apps/v1`, or `v1` for the core group.
  package var apiVersion: String { group.isEmpty ? version : "\(group)/\(version)" }

  /// `Deployment.apps`, or `Secret` for the core group.
  package var groupKind: String { group.isEmpty ? kind : "\(kind).\(group)" }
}

/// The kinds that fedctl renders or reads. No other kind is ever asked for, so no discovery is needed.
extension ResourceKind {
  package static let namespace = Self("", "v1", "Namespace", "namespaces", isNamespaced: false)
  package static let secret = Self("", "v1", "Secret", "secrets")
  package static let configMap = Self("", "v1", "ConfigMap", "configmaps")
  package static let serviceAccount = Self("", "v1", "ServiceAccount", "serviceaccounts")
  package static let service = Self("", "v1", "Service", "services")
  package static let persistentVolumeClaim = Self(
    "",
    "v1",
    "PersistentVolumeClaim",
    "persistentvolumeclaims",
  )
  package static let deployment = Self("apps", "v1", "Deployment", "deployments")
  package static let statefulSet = Self("apps", "v1", "StatefulSet", "statefulsets")
  package static let daemonSet = Self("apps", "v1", "DaemonSet", "daemonsets")
  package static let role = Self("rbac.authorization.k8s.io", "v1", "Role", "roles")
  package static let roleBinding = Self(
    "rbac.authorization.k8s.io",
    "v1",
    "RoleBinding",
    "rolebindings",
  )
  package static let clusterRole = Self(
    "rbac.authorization.k8s.io",
    "v1",
    "ClusterRole",
    "clusterroles",
    isNamespaced: false,
  )
  package static let clusterRoleBinding = Self(
    "rbac.authorization.k8s.io",
    "v1",
    "ClusterRoleBinding",
    "clusterrolebindings",
    isNamespaced: false,
  )
  package static let networkPolicy = Self(
    "networking.k8s.io",
    "v1",
    "NetworkPolicy",
    "networkpolicies",
  )
  package static let podDisruptionBudget = Self(
    "policy",
    "v1",
    "PodDisruptionBudget",
    "poddisruptionbudgets",
  )
  package static let route = Self("route.openshift.io", "v1", "Route", "routes")
  package static let ingress = Self("networking.k8s.io", "v1", "Ingress", "ingresses")
  /// Of cert-manager.
  package static let certificate = Self("cert-manager.io", "v1", "Certificate", "certificates")
  package static let operatorGroup = Self(
    "operators.coreos.com",
    "v1",
    "OperatorGroup",
    "operatorgroups",
  )
  package static let subscription = Self(
    "operators.coreos.com",
    "v1alpha1",
    "Subscription",
    "subscriptions",
  )
  package static let installPlan = Self(
    "operators.coreos.com",
    "v1alpha1",
    "InstallPlan",
    "installplans",
  )
  package static let clusterServiceVersion = Self(
    "operators.coreos.com",
    "v1alpha1",
    "ClusterServiceVersion",
    "clusterserviceversions",
  )
  package static let prometheus = Self(
    "monitoring.coreos.com",
    "v1",
    "Prometheus",
    "prometheuses",
  )
  package static let serviceMonitor = Self(
    "monitoring.coreos.com",
    "v1",
    "ServiceMonitor",
    "servicemonitors",
  )
  package static let scrapeConfig = Self(
    "monitoring.coreos.com",
    "v1alpha1",
    "ScrapeConfig",
    "scrapeconfigs",
  )
  package static let prometheusRule = Self(
    "monitoring.coreos.com",
    "v1",
    "PrometheusRule",
    "prometheusrules",
  )
  package static let customResourceDefinition = Self(
    "apiextensions.k8s.io",
    "v1",
    "CustomResourceDefinition",
    "customresourcedefinitions",
    isNamespaced: false,
  )
  package static let apiService = Self(
    "apiregistration.k8s.io",
    "v1",
    "APIService",
    "apiservices",
    isNamespaced: false,
  )
  package static let clusterVersion = Self(
    "config.openshift.io",
    "v1",
    "ClusterVersion",
    "clusterversions",
    isNamespaced: false,
  )
  package static let lease = Self("coordination.k8s.io", "v1", "Lease", "leases")
}
