import JSON

extension Record {
  /// Which series are read from another Prometheus, and how often.
  fileprivate static func federation(_ noun: String, _ match: String) -> Record {
    Record(
      noun: noun,
      keys: [
        Key("match", .list(of: .text(.seriesSelector)), .standard([]), match),
        Key(
          "interval",
          .text(.duration(from: "30s", below: "5m")),
          .standard("1m"),
          "How often, from 30s to less than 5m.",
        ),
      ],
    )
  }
}

extension Key {
  static let platformSeries = Key(
    "platformSeries",
    .record(.federation("`platformSeries`", "Series selectors; none means no federation.")),
    .standard([:]),
    "What is taken from the platform's own Prometheus.",
    only: [.receive],
    starter: .commentedOut(["match": ["{__name__=\"up\"}"]]),
    formerly: "federate",
  )

  static let hubFederation = Key(
    "federate",
    .record(
      .federation(
        "`federate`",
        """
        Series selectors; `up`, usage of each namespace and what `usage` tells are taken without being named.
        """,
      )
    ),
    .standard([:]),
    "What the hub takes from the cluster's Prometheus.",
    only: [.federate],
    starter: .commentedOut(["match": ["{__name__=~\"job:.+\"}"]]),
  )
}
