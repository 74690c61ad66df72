/// The operator that OLM installs.
package struct PrometheusOperator: Hashable, Sendable {
  /// The operator's name in the catalogue.
  package var package: String
  /// The catalogue's channel.
  package var channel: String
  /// The CatalogSource that offers it.
  package var source: String
  /// The namespace of that CatalogSource.
  package var sourceNamespace: String
  /// The ClusterServiceVersion that is pinned, and the only one whose InstallPlan is approved.
  package var startingCSV: String
}
