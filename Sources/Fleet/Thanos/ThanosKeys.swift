import JSON

extension Record {
  static let thanos = Standard.thanosImage

  static let storeGateway = component(
    "the store gateway",
    image: thanos,
    cpu: "100m",
    memory: "512Mi",
    disk: "10Gi",
    owned: [
      "objstore.config", "objstore.config-file", "data-dir", "grpc-address", "http-address",
      "selector.relabel-config", "selector.relabel-config-file",
    ],
    further: [
      Key(
        "shards",
        .count(1...16, because: .plenty),
        .standard(1),
        "How many parts the bucket's blocks are dealt out to, each with `replicas` pods of its own.",
      )
    ],
  )

  static let compactor = component(
    "the compactor",
    image: thanos,
    cpu: "100m",
    memory: "512Mi",
    disk: "50Gi",
    replicas: (1...1, .destroysData),
    owned: [
      "objstore.config", "objstore.config-file", "data-dir", "wait", "w",
      "retention.resolution-raw",
      "retention.resolution-5m", "retention.resolution-1h", "http-address", "downsampling.disable",
      "deduplication.replica-label", "compact.enable-vertical-compaction",
    ],
    further: [
      Key(
        "retention",
        .record(compactorRetention),
        .standard([:]),
        "How long samples of each resolution are kept; `0d` keeps them for ever.",
      ),
      Key(
        "downsampling",
        .flag,
        .standard(true),
        "Whether samples are also written in coarser resolutions, for queries over months.",
      ),
      Key(
        "deduplicate",
        .flag,
        .standard(false),
        """
        Whether the copies that `receive.replicationFactor` makes become one in the bucket; that \
        cannot be undone.
        """,
        only: [.receive],
      ),
    ],
  )

  private static let compactorRetention = Record(
    noun: "the compactor's retention",
    keys: [
      Key("raw", .text(.retention), .standard("0d"), "Samples as they came."),
      Key("fiveMinutes", .text(.retention), .standard("0d"), "One sample every five minutes."),
      Key("oneHour", .text(.retention), .standard("0d"), "One sample an hour."),
    ],
  )

  static let querier = component(
    "the querier",
    image: thanos,
    cpu: "100m",
    memory: "256Mi",
    pods: 2,
    owned: [
      "endpoint.sd-config", "endpoint.sd-config-file", "query.replica-label",
      "query.auto-downsampling", "grpc-address", "http-address",
    ],
  )

  static let ruler = component(
    "the ruler",
    image: thanos,
    cpu: "50m",
    memory: "128Mi",
    disk: "5Gi",
    owned: [
      "objstore.config", "objstore.config-file", "data-dir", "rule-file", "query", "label",
      "alertmanagers.url", "alertmanagers.config", "alertmanagers.config-file",
      "alert.label-drop", "grpc-address", "http-address",
    ],
    further: [
      Key(
        "alertmanagers",
        .namedAlertmanagers,
        .standard([]),
        "Where alerts are sent; without any they are only seen in Grafana.",
      ),
      .rulerRules,
    ],
  )

  static let queryFrontend = component(
    "the query frontend",
    image: thanos,
    cpu: "100m",
    memory: "512Mi",
    owned: [
      "query-frontend.downstream-url", "query-range.response-cache-config",
      "query-range.response-cache-config-file", "http-address",
    ],
    further: [
      Key(
        "cacheSize",
        .text(.size),
        .standard("256Mi"),
        "How much memory answers are kept in, less than a pod may use.",
      )
    ],
  )
}

extension Key {
  static let storeGateway = section(
    "storeGateway",
    .storeGateway,
    "Answers queries from what is in the bucket.",
    only: [.receive, .sidecar, .collector],
  )

  static let compactor = section(
    "compactor",
    .compactor,
    "Compacts the bucket and enforces retention.",
    only: [.receive, .sidecar, .collector],
  )

  static let querier = section(
    "querier",
    .querier,
    "Answers queries.",
    only: [.receive, .sidecar, .collector],
  )

  static let ruler = Key(
    "ruler",
    .record(.ruler),
    .optional,
    "Alerts for a cluster that falls silent, over the metrics of all.",
    only: [.receive, .sidecar, .collector],
    starter: .commentedOut(["alertmanagers": ["http://alertmanager.example.com:9093"]]),
  )

  static let queryFrontend = Key(
    "queryFrontend",
    .record(.queryFrontend),
    .optional,
    "Stands before the querier: splits long queries by day and remembers answers.",
    only: [.receive, .sidecar, .collector],
    starter: .commentedOut([:]),
  )
}
