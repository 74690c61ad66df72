/// The Thanos compactor.
package struct Compactor: Hashable, Sendable {
  /// Image, size, storage and place of its one pod.
  package var component: Component
  /// How long samples of each resolution are kept; `0d` keeps them for ever.
  package var retentionRaw: String
  /// Of samples every five minutes, as Prometheus writes durations; `0d` keeps them for ever.
  package var retentionFiveMinutes: String
  /// Of samples every hour, the same.
  package var retentionOneHour: String
  /// Whether it also writes the coarser resolutions.
  package var downsamples: Bool
}
