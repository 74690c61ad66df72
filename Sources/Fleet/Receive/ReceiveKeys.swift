import JSON

extension Record {
  static let receive = component(
    "receive",
    image: thanos,
    cpu: "250m",
    memory: "1Gi",
    disk: "50Gi",
    owned: receiveFlags + ["objstore.config", "objstore.config-file"],
    further: [
      receiveRetention,
      Key(
        "replicationFactor",
        .count(1...16, because: .plenty),
        .standard(1),
        "How many pods keep each sample; of three copies, two must be written.",
      ),
      Key(
        "router",
        .record(router),
        .optional,
        """
        Takes the requests and deals them out to the pods that keep samples; without it, these do \
        that too.
        """,
      ),
      Key(
        "tenancy",
        .choice(Tenancy.allCases.map(\.rawValue)),
        .standard("cluster"),
        """
        Whether each cluster has a database of its own (`cluster`), named by the identity that it \
        shows and not by what it says, or all share one (`shared`), where a cluster may give out its \
        series as another's.
        """,
      ),
      Key("limits", .record(limits), .standard([:]), "What is refused of a request."),
    ],
  )

  static let receiveRetention = Key(
    "retention",
    .text(.duration(from: "2h")),
    .standard("24h"),
    "How long samples stay on the local disk.",
  )

  private static let router = component(
    "the router",
    image: thanos,
    cpu: "100m",
    memory: "256Mi",
    pods: 2,
    owned: receiveFlags,
  )

  static let receiveFlags = [
    "tsdb.path", "tsdb.retention", "label", "remote-write.address", "grpc-address", "http-address",
    "receive.capnproto-address", "receive.hashrings", "receive.hashrings-file",
    "receive.hashrings-algorithm", "receive.local-endpoint", "receive.replication-factor",
    "receive.tenant-header", "receive.tenant-label-name", "receive.split-tenant-label-name",
    "receive.limits-config", "receive.limits-config-file",
  ]

  private static let limits = Record(
    noun: "limits",
    keys: [
      limit("requestBytes", "The most bytes of a request, unpacked."),
      limit("requestSeries", "The most series of a request."),
      limit("requestSamples", "The most samples of a request."),
      limit("concurrency", "How many requests a pod works on at a time; the others wait."),
    ],
  )

  private static func limit(_ name: String, _ documentation: String) -> Key {
    Key(
      name,
      .count(1...Int(Int32.max), because: .leaveOutForNone),
      .optional,
      documentation,
    )
  }
}

extension Key {
  static let receive = section(
    "receive",
    .receive,
    "Takes in what the clusters write.",
    only: [.receive],
  )
}
