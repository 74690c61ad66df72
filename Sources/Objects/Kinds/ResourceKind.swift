/// A kind of Kubernetes object and where the API serves it.
///
/// A fleet has references to objects by the ten thousand, and each has its kind: so it is one word, and its names are
/// kept once.
package struct ResourceKind: Sendable {
  private final class Names: Sendable {
    let group: String
    let version: String
    let kind: String
    let plural: String
    let isNamespaced: Bool
    let apiVersion: String
    let groupKind: String

    init(
      _ group: String,
      _ version: String,
      _ kind: String,
      _ plural: String,
      _ isNamespaced: Bool,
    ) {
      self.group = group
      self.version = version
      self.kind = kind
      self.plural = plural
      self.isNamespaced = isNamespaced
      apiVersion = group.isEmpty ? version : "\(group)/\(version)"
      groupKind = group.isEmpty ? kind : "\(kind).\(group)"
    }
  }

  private let names: Names

  package init(
    _ group: String,
    _ version: String,
    _ kind: String,
    _ plural: String,
    isNamespaced: Bool = true,
  ) {
    names = Names(group, version, kind, plural, isNamespaced)
  }

  /// Empty for the core group.
  package var group: String { names.group }
  /// The one version in which fedctl speaks of the kind.
  package var version: String { names.version }
  /// As in objects: `Deployment`.
  package var kind: String { names.kind }
  /// As in paths of the API: `deployments`.
  package var plural: String { names.plural }
  /// Whether its objects are in namespaces.
  package var isNamespaced: Bool { names.isNamespaced }
  /// `apps/v1`, or `v1` for the core group.
  package var apiVersion: String { names.apiVersion }
  /// `Deployment.apps`, or `Secret` for the core group.
  package var groupKind: String { names.groupKind }
}

extension ResourceKind: Hashable {
  /// By what they are called: clusters tell of kinds as well, among them those that are known here.
  package static func == (left: Self, right: Self) -> Bool {
    left.names === right.names
      || left.kind == right.kind && left.group == right.group && left.version == right.version
        && left.plural == right.plural && left.isNamespaced == right.isNamespaced
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(groupKind) }
}

/// The kinds that fedctl renders or reads. No other kind is ever asked for, so no discovery is needed.
extension ResourceKind {
  /// Only one that the fleet has made is ever deleted.
  package static let namespace = Self("", "v1", "Namespace", "namespaces", isNamespaced: false)
  /// Its values are never shown.
  package static let secret = Self("", "v1", "Secret", "secrets")
  /// Among them the inventory, and OpenShift's settings of its monitoring.
  package static let configMap = Self("", "v1", "ConfigMap", "configmaps")
  /// Who pods are, and who a managed cluster is on the hub.
  package static let serviceAccount = Self("", "v1", "ServiceAccount", "serviceaccounts")
  /// What answers under a name in the cluster, or behind a load balancer.
  package static let service = Self("", "v1", "Service", "services")
  /// Holds metrics; deleted only where that is asked for.
  package static let persistentVolumeClaim = Self(
    "",
    "v1",
    "PersistentVolumeClaim",
    "persistentvolumeclaims",
  )
  /// Read to tell why a workload is not ready.
  package static let pod = Self("", "v1", "Pod", "pods")
  /// What controllers have noticed, kept for an hour or so.
  package static let event = Self("", "v1", "Event", "events")
  /// What kind of volumes there are, and whether they can grow.
  package static let storageClass = Self(
    "storage.k8s.io",
    "v1",
    "StorageClass",
    "storageclasses",
    isNamespaced: false,
  )
  /// Which pods give way when nodes are full.
  package static let priorityClass = Self(
    "scheduling.k8s.io",
    "v1",
    "PriorityClass",
    "priorityclasses",
    isNamespaced: false,
  )
  /// Pods without data of their own.
  package static let deployment = Self("apps", "v1", "Deployment", "deployments")
  /// Pods that keep their names and their data.
  package static let statefulSet = Self("apps", "v1", "StatefulSet", "statefulsets")
  /// A pod on each node.
  package static let daemonSet = Self("apps", "v1", "DaemonSet", "daemonsets")
  /// Rights in one namespace.
  package static let role = Self("rbac.authorization.k8s.io", "v1", "Role", "roles")
  /// Who has them; its role cannot be changed in place.
  package static let roleBinding = Self(
    "rbac.authorization.k8s.io",
    "v1",
    "RoleBinding",
    "rolebindings",
  )
  /// Rights in the whole cluster.
  package static let clusterRole = Self(
    "rbac.authorization.k8s.io",
    "v1",
    "ClusterRole",
    "clusterroles",
    isNamespaced: false,
  )
  /// Who has them; its role cannot be changed in place.
  package static let clusterRoleBinding = Self(
    "rbac.authorization.k8s.io",
    "v1",
    "ClusterRoleBinding",
    "clusterrolebindings",
    isNamespaced: false,
  )
  /// Who may reach which pods.
  package static let networkPolicy = Self(
    "networking.k8s.io",
    "v1",
    "NetworkPolicy",
    "networkpolicies",
  )
  /// How many pods may be away while nodes are drained.
  package static let podDisruptionBudget = Self(
    "policy",
    "v1",
    "PodDisruptionBudget",
    "poddisruptionbudgets",
  )
  /// Of OpenShift: a way in, whose host its router admits.
  package static let route = Self("route.openshift.io", "v1", "Route", "routes")
  /// A way in where there are no Routes.
  package static let ingress = Self("networking.k8s.io", "v1", "Ingress", "ingresses")
  /// Who answers for Ingresses of which class.
  package static let ingressClass = Self(
    "networking.k8s.io",
    "v1",
    "IngressClass",
    "ingressclasses",
    isNamespaced: false,
  )
  /// Of cert-manager.
  package static let certificate = Self("cert-manager.io", "v1", "Certificate", "certificates")
  /// Of the External Secrets Operator.
  package static let externalSecret = Self(
    "external-secrets.io",
    "v1",
    "ExternalSecret",
    "externalsecrets",
  )
  /// Of the operator of Grafana: whom its Grafanas may ask.
  package static let grafanaDatasource = Self(
    "grafana.integreatly.org",
    "v1beta1",
    "GrafanaDatasource",
    "grafanadatasources",
  )
  /// Of OLM: for which namespaces operators work.
  package static let operatorGroup = Self(
    "operators.coreos.com",
    "v1",
    "OperatorGroup",
    "operatorgroups",
  )
  /// Of OLM: which operator is wanted, from which catalogue.
  package static let subscription = Self(
    "operators.coreos.com",
    "v1alpha1",
    "Subscription",
    "subscriptions",
  )
  /// Of OLM: what would be installed, for somebody to approve.
  package static let installPlan = Self(
    "operators.coreos.com",
    "v1alpha1",
    "InstallPlan",
    "installplans",
  )
  /// Of OLM: what a catalogue offers, as its package server tells it.
  package static let packageManifest = Self(
    "packages.operators.coreos.com",
    "v1",
    "PackageManifest",
    "packagemanifests",
  )
  /// Of OLM: an operator as it is installed.
  package static let clusterServiceVersion = Self(
    "operators.coreos.com",
    "v1alpha1",
    "ClusterServiceVersion",
    "clusterserviceversions",
  )
  /// Of the Prometheus operator, as the rest of its group.
  package static let prometheus = Self(
    "monitoring.coreos.com",
    "v1",
    "Prometheus",
    "prometheuses",
  )
  /// Which Services are scraped.
  package static let serviceMonitor = Self(coreosGroup, "v1", "ServiceMonitor", "servicemonitors")
  /// Which pods are scraped without a Service.
  package static let podMonitor = Self(coreosGroup, "v1", "PodMonitor", "podmonitors")
  /// What else is scraped.
  package static let scrapeConfig = Self(coreosGroup, "v1alpha1", "ScrapeConfig", "scrapeconfigs")
  /// What is recorded, and what alerts.
  package static let prometheusRule = Self(coreosGroup, "v1", "PrometheusRule", "prometheusrules")
  private static let coreosGroup = "monitoring.coreos.com"
  /// Of OpenShift's Cluster Observability Operator: a Prometheus that it runs, and what goes with it.
  package static let monitoringStack = Self(
    stackGroup,
    "v1alpha1",
    "MonitoringStack",
    "monitoringstacks",
  )
  /// What a stack scrapes; it looks at no other group's.
  package static let stackServiceMonitor = Self(
    stackGroup,
    "v1",
    "ServiceMonitor",
    "servicemonitors",
  )
  /// Which pods a stack scrapes without a Service.
  package static let stackPodMonitor = Self(stackGroup, "v1", "PodMonitor", "podmonitors")
  /// What else a stack scrapes.
  package static let stackScrapeConfig = Self(
    stackGroup,
    "v1alpha1",
    "ScrapeConfig",
    "scrapeconfigs",
  )
  /// What a stack records, and what alerts there.
  package static let stackRule = Self(stackGroup, "v1", "PrometheusRule", "prometheusrules")
  private static let stackGroup = "monitoring.rhobs"
  /// Makes a kind known to the whole cluster.
  package static let customResourceDefinition = Self(
    "apiextensions.k8s.io",
    "v1",
    "CustomResourceDefinition",
    "customresourcedefinitions",
    isNamespaced: false,
  )
  /// Has an API answered by a Service of the cluster.
  package static let apiService = Self(
    "apiregistration.k8s.io",
    "v1",
    "APIService",
    "apiservices",
    isNamespaced: false,
  )
  /// Of OpenShift: which release it is, and the cluster's id.
  package static let clusterVersion = Self(
    "config.openshift.io",
    "v1",
    "ClusterVersion",
    "clusterversions",
    isNamespaced: false,
  )
  /// The lock that lets one writer work on a fleet.
  package static let lease = Self("coordination.k8s.io", "v1", "Lease", "leases")
}
