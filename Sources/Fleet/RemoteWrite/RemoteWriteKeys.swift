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
        only: [.receive],
      ),
      hubQueue,
      hubRelabelling,
      Key(
        "targets",
        .list(of: .record(.writeTarget)),
        .standard([]),
        """
        Others that the Prometheus writes to, beside the hub. Secrets are yours, in the fleet's namespace; with \
        `mode: platform` in `openshift-monitoring` and, for what applications measure, `openshift-user-workload-monitoring`.
        """,
        example: [["name": "long-term", "url": "https://metrics.example.com/api/v1/push"]],
      ),
    ],
    absent: ["proxyUrl": .proxy],
  )

  private static let hubQueue = Key(
    "queue",
    .record(.writeQueue),
    .standard([:]),
    "How samples wait for the hub and are sent there, by the names that Prometheus' operator has.",
    only: [.receive],
    example: ["maxShards": 50],
  )

  private static let hubRelabelling = Key.writeRelabelling(
    """
    What is dropped or changed of the series that go to the hub, which by then have the cluster's labels; these \
    stay as they are.
    """,
    only: [.receive],
  )
}

extension Key {
  static let remoteWrite = Key(
    "remoteWrite",
    .record(.remoteWrite),
    .standard([:]),
    "What a cluster's Prometheus writes, and to whom.",
    only: [.receive, .federate, .sidecar],
    starter: .commentedOut([
      "targets": [["name": "long-term", "url": "https://metrics.example.com/api/v1/push"]]
    ]),
  )
}
