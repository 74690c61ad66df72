/// A Prometheus that the hub reads from.
package struct FederateCluster: Hashable, Sendable {
  package var federate: Federate
  package var prometheus: PrometheusServer
  /// How its Prometheus is reached from outside.
  package var loadBalancer: LoadBalancer
  package var exporters: Exporters
  /// nil where the operator is there already.
  package var operatorBundle: OperatorBundle?
}
