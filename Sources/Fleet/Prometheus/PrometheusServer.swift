/// A Prometheus that the operator runs.
package struct PrometheusServer: Hashable, Sendable {
  package var component: Component
  /// The Prometheus release, as `v3.5.0`: the operator must be told.
  package var version: String
  package var retention: String
  package var scrapeInterval: String
}
