import Fleet
import JSON

/// How any Prometheus writes to the hub, whoever runs it.
enum RemoteWriting {
  /// What a Prometheus calls its writing to the hub; OpenShift's has the fleet's name before it.
  static let hub = "hub"

  /// What whoever is written to puts off is sent again.
  static func pace(_ queue: WriteQueue) -> JSON {
    [
      "remoteTimeout": "60s",
      "queueConfig": [
        "capacity": .integer(Int64(queue.capacity)),
        "maxSamplesPerSend": .integer(Int64(queue.maxSamplesPerSend)),
        "maxShards": .integer(Int64(queue.maxShards)),
        "batchSendDeadline": .string(queue.batchSendDeadline),
        "minBackoff": .string(queue.minBackoff),
        "maxBackoff": .string(queue.maxBackoff),
        "retryOnRateLimit": true,
      ],
    ]
  }

  /// What a Prometheus tells of itself that the hub has a use for, as an expression for whole names:
  /// for its dashboard, its alerts, and whoever looks for what is wrong there.
  static let health =
    "prometheus_(?:build_info|config_last_reload_successful|tsdb_head_series"
    + "|remote_storage_(?:highest_timestamp_in_seconds|queue_highest_(?:sent_)?timestamp_seconds"
    + "|samples_(?:total|pending|(?:failed|dropped|retried)_total)|shards|shards_desired))"
}
