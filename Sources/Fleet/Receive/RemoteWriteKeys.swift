import JSON

extension Record {
  fileprivate static let remoteWrite = Record(
    noun: "`remoteWrite`",
    keys: [
      Key(
        "match",
        .list(of: .text(.nameSelector)),
        .standard([]),
        """
        What goes to the hub of a Prometheus' measures of itself and of nodes, beside usage by \
        namespace, what `usage` tells, `up`, `ALERTS` and its own health; `{__name__=~".+"}` is everything. What \
        applications measure goes there always.
        """,
      )
    ],
  )
}

extension Key {
  static let remoteWrite = Key(
    "remoteWrite",
    .record(.remoteWrite),
    .standard([:]),
    "What a cluster's Prometheus writes to the hub.",
    only: [.receive],
    starter: .commentedOut(["match": ["{__name__=~\"kubelet_volume_stats_.+\"}"]]),
  )
}
