/// A Prometheus that reads from those of the managed clusters.
package struct FederateHub: Hashable, Sendable {
  /// The Prometheus that reads from all clusters.
  package var prometheus: PrometheusServer
  /// What it evaluates beside the fleet's own.
  package var rules = AddedRules()
  /// nil where the operator is there already.
  package var operatorBundle: OperatorBundle?
}
