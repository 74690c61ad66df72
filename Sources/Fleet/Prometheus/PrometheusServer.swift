/// A Prometheus that the operator runs.
package struct PrometheusServer: Hashable, Sendable {
  /// Image, size, storage and place of its pods.
  package var component: Component
  /// The Prometheus release, as `v3.13.2`: the operator must be told.
  package var version: String
  /// How long samples stay on its own disk, as Prometheus writes durations.
  package var retention: String
  /// At what size the oldest samples go before their time, in MiB; nil for none.
  package var retentionMebibytes: Int? = nil
  /// As Prometheus writes durations.
  package var scrapeInterval: String
}
