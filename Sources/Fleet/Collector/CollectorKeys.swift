import JSON

extension Record {
  static let collector = component(
    "the collector",
    image: nil,
    cpu: "50m",
    memory: "256Mi",
    replicas: (1...1, .writtenTwice),
    owned: [
      "listen", "from", "from-query", "from-token", "from-token-file", "from-ca-file",
      "to-upload", "to-upload-ca", "to-upload-cert", "to-upload-key", "interval", "limit-bytes",
      "match", "label", "rename", "worker-number", "disable-status-reporting",
      "disable-hypershift", "id", "to", "to-auth", "to-token", "to-token-file",
    ],
    further: [
      Key(
        "from",
        .text(.serviceURL),
        .optional,
        """
        The Prometheus that it reads from; without it OpenShift's own, and elsewhere \
        http://prometheus-operated.monitoring.svc:9090.
        """,
      ),
      Key(
        "match",
        .list(of: .text(.seriesSelector)),
        .standard([]),
        "Series selectors; `up`, usage of each namespace and what `usage` tells are taken without being named.",
      ),
      Key(
        "matchFile",
        .text(.nonEmpty),
        .optional,
        "A file with more of them, a line each, relative to the fleet file's folder.",
      ),
      Key(
        "rename",
        .map(keys: .metricName, values: .metricName),
        .standard([:]),
        "What metrics are called on the hub, by their name on the cluster.",
      ),
      Key(
        "interval",
        .text(.duration(from: "30s", below: "5m")),
        .standard("1m"),
        "How often, from 30s to less than 5m.",
      ),
      Key(
        "limitBytes",
        .count(
          1024...Int(Int32.max),
          because: .answerNeedsBytes,
        ),
        .standard(.integer(64 << 20)),
        "The largest answer that it takes from Prometheus.",
      ),
      Key(
        "workers",
        .count(1...16, because: .plenty),
        .standard(1),
        "How many share the selectors among them.",
      ),
      Key(
        "telemeter",
        .record(telemeter),
        .optional,
        "A telemeter server that takes the metrics instead of the hub.",
      ),
    ],
  )

  private static let telemeter = Record(
    noun: "a telemeter server",
    keys: [
      Key("url", .text(.secureURL), .required, "Where it is."),
      Key("token", .record(token), .required, "The token that it lets the cluster in for."),
    ],
  )

  private static let token = Record(
    noun: "a token",
    keys: [
      Key("secret", .text(.name), .required, "A Secret on the cluster, in the fleet's namespace."),
      Key("key", .text(.nonEmpty), .standard("token"), "The key that holds it."),
    ],
  )
}

extension Key {
  static let collector = Key(
    "collector",
    .record(.collector),
    .standard([:]),
    "What reads from the platform's Prometheus and writes to the hub.",
    only: [.collector],
    starter: .set(["image": "registry.example.com/metrics-collector:v2.12.0"]),
  )
}
