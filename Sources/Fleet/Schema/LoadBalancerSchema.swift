import JSON

extension Record {
  static let loadBalancer = Record(
    noun: "a load balancer",
    keys: [
      Key(
        "internal",
        .flag,
        .standard(true),
        """
        Whether it is kept off the internet, by annotations that AWS, Azure, Google Cloud and \
        OpenStack know.
        """,
      ),
      Key(
        "sourceRanges",
        .list(of: .text(.addressRange)),
        .standard([]),
        "Networks that may connect, as 10.0.0.0/8; without any, every one that reaches it.",
      ),
      Key(
        "port",
        .count(1...65_535, because: "it is a port of TCP"),
        .standard(9090),
        "The port that the hub connects to.",
      ),
      Key(
        "class",
        .text(.labelKey),
        .optional,
        "The Service's loadBalancerClass, which never changes afterwards.",
      ),
      Key(
        "annotations",
        .map(keys: .labelKey, values: .any),
        .standard([:]),
        "What the cloud is told beside it.",
      ),
    ],
  )
}
