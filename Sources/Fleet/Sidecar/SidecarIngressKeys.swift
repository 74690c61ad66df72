import JSON

extension Record {
  static let ingress = Record(
    noun: "an ingress",
    keys: [
      Key(
        "class",
        .choice(["alb", "nginx"]),
        .standard("alb"),
        "Who makes it: the AWS Load Balancer Controller, or ingress-nginx.",
      ),
      Key(
        "host",
        .text(.dottedName),
        .optional,
        "The name that the hub asks for. external-dns is told of it, where there is one.",
      ),
      Key(
        "internal",
        .flag,
        .standard(true),
        "Whether an `alb` is kept off the internet.",
      ),
      Key(
        "loadBalancerSourceRanges",
        .list(of: .text(.addressRange)),
        .standard([]),
        "Networks that may connect, as 10.0.0.0/8; `nginx` must have some.",
        formerly: "inboundCIDRs",
      ),
      Key(
        "certificateARN",
        .text(.certificateARN),
        .optional,
        """
        The certificate of an `alb`, of an authority that every system trusts; without it the \
        controller looks in ACM for one with the host's name.
        """,
      ),
      Key(
        "tls",
        .record(ingressCertificate),
        .optional,
        "The certificate of `nginx`. The sidecar shows it too, so that the last hop is encrypted.",
      ),
      .annotations("What the controller is told beside it."),
    ],
  )

  private static let ingressCertificate = Record(
    noun: "an ingress's certificate",
    keys: [
      .certificateSecret,
      .certificateIssuer,
      .issuerKind,
      Key(
        "public",
        .flag,
        .standard(false),
        "Whether every system trusts its authority, as Let's Encrypt; then there need be no `ca.crt`.",
      ),
    ],
  )
}
