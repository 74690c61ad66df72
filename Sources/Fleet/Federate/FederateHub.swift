/// A Prometheus that reads from those of the managed clusters.
package struct FederateHub: Hashable, Sendable {
  package var prometheus: PrometheusServer
  /// nil where the operator is there already.
  package var operatorBundle: OperatorBundle?
}
