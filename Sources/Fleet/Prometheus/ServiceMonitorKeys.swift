import JSON

extension Record {
  fileprivate static let serviceMonitor = monitor("a service monitor")
  fileprivate static let podMonitor = monitor("a pod monitor")

  /// The same keys for both, so that the schema has them once.
  private static func monitor(_ noun: String) -> Record {
    Record(
      noun: noun,
      keys: [
        Key(
          "name",
          .text(.name),
          .required,
          "Its name, which no other of its kind on the cluster has.",
          example: "web",
        ),
        Key("namespace", .text(.name), .required, "The application's namespace.", example: "shop"),
        Key(
          "selector",
          .map(keys: .labelKey, values: .labelValue),
          .required,
          "Labels of the application's Service, or of its pods.",
          example: ["app": "web"],
        ),
        .scrapedPort,
      ] + Key.scraping + [
        Key(
          "endpoints",
          .list(of: .record(.scrapedEndpoint)),
          .standard([]),
          "Further ports, each with what is said of the first.",
          example: [["port": "admin"]],
        )
      ],
      flaws: endpointFlaws,
    )
  }
}

extension Key {
  static let serviceMonitors = Key(
    "serviceMonitors",
    .list(of: .record(.serviceMonitor)),
    .standard([]),
    """
    Applications whose metrics are scraped. Secrets that they name are yours: in the fleet's namespace, and with \
    `mode: platform` in the application's.
    """,
    only: [.receive, .federate, .sidecar],
    starter: .commentedOut([
      ["name": "web", "namespace": "shop", "selector": ["app": "web"], "port": "http"]
    ]),
  )

  static let podMonitors = Key(
    "podMonitors",
    .list(of: .record(.podMonitor)),
    .standard([]),
    "Pods whose metrics are scraped without a Service.",
    only: [.receive, .federate, .sidecar],
    example: [
      ["name": "jobs", "namespace": "shop", "selector": ["app": "jobs"], "port": "metrics"]
    ],
  )
}
