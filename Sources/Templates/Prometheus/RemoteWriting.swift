import JSON

/// How any Prometheus writes to the hub, whoever runs it.
enum RemoteWriting {
  /// For a hub that is far away.
  ///
  /// Large requests, because each waits for a long way and back; few at once, so that a fleet which
  /// comes back from an outage does not fall upon the hub; and what the hub puts off is sent again.
  static let pace: JSON = [
    "remoteTimeout": "60s",
    "queueConfig": [
      "capacity": 15_000, "maxSamplesPerSend": 5000, "maxShards": 30, "batchSendDeadline": "10s",
      "minBackoff": "1s", "maxBackoff": "30s", "retryOnRateLimit": true,
    ],
  ]

  /// What a Prometheus tells of itself that the hub has a use for, as an expression for whole names:
  /// for its dashboard, its alerts, and whoever looks for what is wrong there.
  static let health =
    "prometheus_(?:build_info|config_last_reload_successful|tsdb_head_series"
    + "|remote_storage_(?:highest_timestamp_in_seconds|queue_highest_(?:sent_)?timestamp_seconds"
    + "|samples_(?:total|pending|(?:failed|dropped|retried)_total)|shards|shards_desired))"
}
