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
        starter: .set(true),
      ),
      Key(
        "loadBalancerSourceRanges",
        .list(of: .text(.addressRange)),
        .standard([]),
        "Networks that may connect, as 10.0.0.0/8; without any, every one that reaches it.",
        formerly: "sourceRanges",
      ),
      Key(
        "port",
        .count(1...65_535, because: .port),
        .standard(9090),
        "The port that the hub connects to.",
        only: [.federate],
      ),
      Key(
        "port",
        .count(1...65_535, because: .port),
        .standard(10901),
        "The port that the hub connects to.",
        only: [.sidecar],
      ),
      Key(
        "port",
        .count(1...65_535, because: .port),
        .standard(443),
        "The port that the clusters connect to.",
        only: [.receive, .collector],
      ),
      Key(
        "class",
        .text(.labelKey),
        .optional,
        "The Service's loadBalancerClass, which never changes afterwards.",
      ),
      Key(
        "tls",
        .record(tls),
        .optional,
        "The certificate; without it the connection is not encrypted.",
        only: [.federate, .sidecar, .receive],
      ),
      .annotations("What the cloud is told beside it."),
    ],
  )

  private static let tls = Record(
    noun: "a certificate",
    keys: [
      .certificateSecret,
      Key(
        "serverName",
        .text(.dottedName),
        .required,
        "A name that is in the certificate: whoever connects asks for it, whatever the load balancer is called.",
      ),
      .certificateIssuer,
      .issuerKind,
    ],
  )
}

extension Key {
  static func annotations(_ documentation: String) -> Key {
    Key("annotations", .map(keys: .labelKey, values: .any), .standard([:]), documentation)
  }

  static let certificateSecret = Key(
    "secret",
    .text(.dottedName),
    .required,
    """
    A Secret on the cluster, in the fleet's namespace, with `tls.crt`, `tls.key` and `ca.crt`, as issuers of cert-manager with an authority of their own make it; those of ACME leave `ca.crt` out.
    """,
  )
}
