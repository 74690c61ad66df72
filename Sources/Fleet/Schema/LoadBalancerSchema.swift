import JSON

extension Record {
  /// `port` is the one that it has unless set.
  static func loadBalancer(port: Int64) -> Record {
    Record(noun: "a load balancer", keys: loadBalancerKeys(port: port))
  }

  private static func loadBalancerKeys(port: Int64) -> [Key] {
    [
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
        .standard(.integer(port)),
        "The port that others connect to.",
      ),
      Key(
        "class",
        .text(.labelKey),
        .optional,
        "The Service's loadBalancerClass, which never changes afterwards.",
      ),
      Key("tls", .record(tls), .optional, "The certificate; plain HTTP without it."),
      Key(
        "annotations",
        .map(keys: .labelKey, values: .any),
        .standard([:]),
        "What the cloud is told beside it.",
      ),
    ]
  }

  private static let tls = Record(
    noun: "a certificate",
    keys: [
      Key(
        "secret",
        .text(.dottedName),
        .required,
        """
        A Secret on the cluster, in the fleet's namespace, with `tls.crt`, `tls.key` and `ca.crt`, as \
        cert-manager makes it.
        """,
      ),
      Key(
        "serverName",
        .text(.dottedName),
        .required,
        "A name that is in the certificate: it is asked for, whatever the load balancer is called.",
      ),
    ],
  )
}
