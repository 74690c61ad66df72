import JSON

extension Key {
  static let hubRoutes = Key(
    "routes",
    .record(.hubRoutes),
    .optional,
    "The host names of the hub's Routes; OpenShift makes those that are left out.",
    only: [.receive, .collector],
    example: ["receive": "metrics.apps.example.com"],
  )
}

extension Record {
  fileprivate static let hubRoutes = Record(
    noun: "the Routes",
    keys: [
      host("receive", "The name that the clusters write to."),
      host("querier", "The name of the querier's page."),
      host("grafana", "Grafana's name."),
      Key(
        "tls",
        .record(.hubCertificate),
        .optional,
        "Their certificate, from OpenShift 4.19 on; the router's own without it.",
        example: ["secret": "metrics-tls"],
      ),
    ],
  )

  private static func host(_ name: String, _ documentation: String) -> Key {
    Key(
      name,
      .text(.dottedName),
      .optional,
      documentation,
      example: .string("\(name).apps.example.com"),
    )
  }
}
