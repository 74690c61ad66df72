/// How a Prometheus sends what it has to whoever it writes to.
package struct WriteQueue: Hashable, Sendable {
  /// How many samples wait for each shard.
  package var capacity: Int
  /// How many requests are under way at once, at most.
  package var maxShards: Int
  /// Of one request.
  package var maxSamplesPerSend: Int
  /// How long a sample waits for others to go with, as Prometheus writes durations.
  package var batchSendDeadline: String
  /// How long it waits after the first failure; each wait is twice the one before.
  package var minBackoff: String
  /// The longest of these waits.
  package var maxBackoff: String

  /// For whoever is far away.
  ///
  /// Large requests, because each waits for a long way and back; few at once, so that a fleet which comes back
  /// from an outage does not fall upon the hub.
  package static let standard = WriteQueue(
    capacity: 15_000,
    maxShards: 30,
    maxSamplesPerSend: 5000,
    batchSendDeadline: "10s",
    minBackoff: "1s",
    maxBackoff: "30s",
  )
}
