/// A Prometheus that the hub reads from.
package struct FederateCluster: Hashable, Sendable {
  /// Which series the hub reads, and how often.
  package var federate: Federate
  /// The Prometheus that the hub reads from.
  package var prometheus: PrometheusServer
  /// How its Prometheus is reached from outside.
  package var loadBalancer: LoadBalancer
  /// What is installed beside it to be scraped.
  package var exporters: Exporters
  /// nil where the operator is there already.
  package var operatorBundle: OperatorBundle?
}
