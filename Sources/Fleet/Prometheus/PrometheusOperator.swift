/// The operator that OLM installs.
package struct PrometheusOperator: Hashable, Sendable {
  package var package: String
  package var channel: String
  package var source: String
  package var sourceNamespace: String
  /// The ClusterServiceVersion that is pinned, and the only one whose InstallPlan is approved.
  package var startingCSV: String
}
