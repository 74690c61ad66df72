package import JSON

/// A Prometheus that OpenShift's Cluster Observability Operator runs, as far as its MonitoringStack lets
/// anybody choose.
///
/// The operator itself decides which Prometheus that is, and where its pods run.
package struct MonitoringStack: Hashable, Sendable {
  /// What OLM installs; nil where the operator is there already.
  package var installation: PrometheusOperator?
  /// How many pods.
  package var replicas: Int
  /// What each asks for and may use.
  package var resources: Resources
  /// The volume of each.
  package var storage: Storage
  /// Labels that a node must have; empty for any node.
  package var nodeSelector: [String: String]
  /// Kubernetes tolerations, as the API has them.
  package var tolerations: [JSON]
  /// How long samples stay on the local disk.
  package var retention: String
  /// At what size the oldest go before their time; nil for never.
  package var retentionMebibytes: Int?
  /// How often targets are scraped.
  package var scrapeInterval: String
}
