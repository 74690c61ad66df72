/// The Thanos compactor.
package struct Compactor: Hashable, Sendable {
  package var component: Component
  /// How long samples of each resolution are kept; `0d` keeps them for ever.
  package var retentionRaw: String
  package var retentionFiveMinutes: String
  package var retentionOneHour: String
  /// Whether it also writes the coarser resolutions.
  package var downsamples: Bool
}
