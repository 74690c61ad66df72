/// The container of Thanos beside Prometheus.
package struct ThanosSidecar: Hashable, Sendable {
  /// With a tag or a digest; best the hub's Thanos.
  package var image: String
  /// The Thanos release, as `v0.42.4`: the operator must be told.
  package var version: String
  /// What the sidecar's container asks for and may use at most.
  package var resources: Resources
  /// Flags put after the operator's own.
  package var extraArguments: [String]
}
