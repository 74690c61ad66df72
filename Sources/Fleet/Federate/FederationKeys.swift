import JSON

extension Record {
  fileprivate static let federate = Record(
    noun: "`federate`",
    keys: [
      Key(
        "match",
        .list(of: .text(.seriesSelector)),
        .standard([]),
        "Series selectors; none means no federation.",
        only: [.receive],
      ),
      Key(
        "match",
        .list(of: .text(.seriesSelector)),
        .standard([]),
        "Series selectors; `up`, usage of each namespace and what `usage` tells are taken without being named.",
        only: [.federate],
      ),
      Key(
        "interval",
        .text(.duration(from: "30s", below: "5m")),
        .standard("1m"),
        "How often, from 30s to less than 5m.",
      ),
    ],
  )
}

extension Key {
  static let receiveFederation = Key(
    "federate",
    .record(.federate),
    .standard([:]),
    "What is taken from the platform's own Prometheus.",
    only: [.receive],
    starter: .commentedOut(["match": ["{__name__=\"up\"}"]]),
  )

  static let hubFederation = Key(
    "federate",
    .record(.federate),
    .standard([:]),
    "What the hub takes from the cluster's Prometheus.",
    only: [.federate],
    starter: .commentedOut(["match": ["{__name__=~\"job:.+\"}"]]),
  )
}
