import JSON

extension Record {
  static let receiveIngress = Record(
    noun: "an Ingress",
    keys: [
      Key(
        "host",
        .text(.dottedName),
        .required,
        "The name that the clusters write to.",
        starter: .set("metrics.example.com"),
      ),
      .ingressClass,
      Key(
        "tls",
        .record(.hubCertificate),
        .standard([:]),
        "The certificate of the host.",
        starter: .section,
      ),
      Key(
        "annotations",
        .map(keys: .labelKey, values: .any),
        .standard([:]),
        "What the controller is told beside it.",
      ),
    ],
  )

  /// What the clusters see of a hub that is reached under a name of one's own.
  static let hubCertificate = Record(
    noun: "a certificate",
    keys: [
      Key(
        "secret",
        .text(.dottedName),
        .standard("thanos-receive-tls"),
        "A Secret on the hub, in the fleet's namespace, with `tls.crt` and `tls.key`.",
        starter: .set("thanos-receive-tls"),
      ),
      .certificateIssuer,
      .issuerKind,
      Key(
        "authority",
        .choice(CertificateAuthority.allCases.map(\.rawValue)),
        .standard("secret"),
        """
        Whom the clusters trust: `ca.crt` of the Secret, or the authorities that every system trusts \
        (`system`).
        """,
        starter: .commentedOut("system"),
      ),
    ],
  )
}

extension Key {
  static let ingressClass = Key(
    "class",
    .text(.dottedName),
    .optional,
    "The Ingress class; the cluster's default without it.",
  )
}
