/// One of the two Prometheus servers that OpenShift runs, and where its settings are.
///
/// Both namespaces are there from the cluster's installation on, whether or not applications are monitored
/// (openshift/cluster-monitoring-operator:manifests/0000_50_cluster-monitoring-operator_01-namespace.yaml).
struct PlatformMonitoring {
  let namespace: String
  let configMap: String
  /// The member of the settings that is about Prometheus.
  let server: String
  /// Whether it measures what others than the fleet want, too.
  let isShared: Bool

  /// Of the platform's own series.
  static let platform = PlatformMonitoring(
    namespace: "openshift-monitoring",
    configMap: "cluster-monitoring-config",
    server: "prometheusK8s",
    isShared: false,
  )

  /// Of applications'.
  static let userWorkload = PlatformMonitoring(
    namespace: "openshift-user-workload-monitoring",
    configMap: "user-workload-monitoring-config",
    server: "prometheus",
    isShared: true,
  )

  /// Of either ConfigMap, the one that is read.
  static let configurationKey = "config.yaml"
  /// Of the Secret that the platform reads.
  static let tokenKey = "token"
  static let authorityKey = "ca-bundle.crt"
}
