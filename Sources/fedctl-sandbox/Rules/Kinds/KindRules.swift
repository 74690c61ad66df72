import JSON

/// What the API server asks of the objects of one kind, beyond what their type says.
struct KindRules: Sendable {
  /// How names are formed.
  var name: NameRule = subdomainProblems
  /// What an object may not say.
  var check: @Sendable (_ object: Place, inout Problems) -> Void = { _, _ in }
  /// What only a new object may not say; what is there already is let be.
  var checkNew: @Sendable (_ object: Place, inout Problems) -> Void = { _, _ in }
  /// What an object may no longer say, beside the live one.
  var checkChange: @Sendable (_ object: Place, _ live: Place, inout Problems) -> Void = { _, _, _ in
  }
  /// What the server advises against in new objects alone.
  var newWarnings: @Sendable (_ object: Place) -> [String] = { _ in [] }
  /// What the server advises against; it goes into `Warning` headers.
  var warnings: @Sendable (_ object: Place) -> [String] = { _ in [] }

  /// The rules of a kind; of one that is not in the table, its metadata alone is looked at.
  static func of(_ resource: Resource) -> KindRules { table[resource.qualifiedKind] ?? KindRules() }

  /// By qualified kind, as `Deployment.apps`: one kind a file beside this one.
  private static let table: [String: KindRules] = [
    "Namespace": namespaceRules,
    "Secret": secretRules,
    "ConfigMap": configMapRules,
    "Service": serviceRules,
    "PersistentVolumeClaim": claimRules,
    "StorageClass.storage.k8s.io": storageClassRules,
    "Pod": podRules,
    "Deployment.apps": deploymentRules,
    "StatefulSet.apps": statefulSetRules,
    "DaemonSet.apps": daemonSetRules,
    "ReplicaSet.apps": replicaSetRules,
    "Job.batch": jobRules,
    "HorizontalPodAutoscaler.autoscaling": autoscalerRules,
    "Ingress.networking.k8s.io": ingressRules,
    "NetworkPolicy.networking.k8s.io": networkPolicyRules,
    "PodDisruptionBudget.policy": disruptionBudgetRules,
    "Lease.coordination.k8s.io": leaseRules,
    "Role.rbac.authorization.k8s.io": roleRules,
    "ClusterRole.rbac.authorization.k8s.io": roleRules,
    "RoleBinding.rbac.authorization.k8s.io": bindingRules,
    "ClusterRoleBinding.rbac.authorization.k8s.io": bindingRules,
    "CustomResourceDefinition.apiextensions.k8s.io": definitionRules,
    "APIService.apiregistration.k8s.io": apiServiceRules,
    "Route.route.openshift.io": routeRules,
    "Prometheus.monitoring.coreos.com": prometheusRules,
  ]
}

/// Refuses another value than before at a place.
func checkImmutable(_ place: Place, _ live: Place, _ problems: inout Problems) {
  guard place.value != live.value else { return }
  problems.invalid(place, "field is immutable", showing: place.value ?? .null)
}
