/// The container of Thanos beside Prometheus.
package struct ThanosSidecar: Hashable, Sendable {
  package var image: String
  /// The Thanos release, as `v0.42.4`: the operator must be told.
  package var version: String
  package var resources: Resources
  /// Flags put after the operator's own.
  package var extraArguments: [String]
}
