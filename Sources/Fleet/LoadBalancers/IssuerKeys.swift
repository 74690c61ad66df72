import JSON

extension Key {
  static let certificateIssuer = Key(
    "issuer",
    .text(.dottedName),
    .optional,
    "The issuer of cert-manager that fills the Secret; without it, the Secret is there already.",
    starter: .commentedOut("letsencrypt"),
  )

  static let issuerKind = Key(
    "kind",
    .choice(["ClusterIssuer", "Issuer"]),
    .standard("ClusterIssuer"),
    "The issuer's kind; an Issuer is in the fleet's namespace.",
  )
}
