import JSON

extension Record {
  fileprivate static let scrapeJob = Record(
    noun: "a scrape job",
    keys: [
      Key(
        "name",
        .text(.name),
        .required,
        "The label `job` of its series.",
        example: "routers",
      ),
      Key(
        "targets",
        .list(of: .text(.scrapeTarget)),
        .required,
        "Hosts with their ports, which the cluster's pods reach.",
        example: ["router.example.com:9100"],
      ),
      Key(
        "scheme",
        .choice(["http", "https"]),
        .standard("http"),
        "How they are spoken to; with `https` they show certificates that every system trusts.",
      ),
      Key(
        "path",
        .text(.metricsPath),
        .standard("/metrics"),
        "The path under which they tell their metrics.",
      ),
      Key("interval", .text(.duration), .standard("30s"), "How often they are scraped."),
      Key(
        "labels",
        .map(keys: .metricLabel, values: .nonEmpty),
        .standard([:]),
        "What all its series bear besides.",
        example: ["site": "far"],
      ),
    ],
  )
}

extension Key {
  static let scrapeJobs = Key(
    "scrapeJobs",
    .list(of: .record(.scrapeJob)),
    .standard([]),
    "What the cluster's Prometheus scrapes at fixed addresses, as routers outside of the cluster.",
    only: [.receive, .federate, .sidecar],
    example: [["name": "routers", "targets": ["router.example.com:9100"]]],
  )
}

extension TextForm {
  /// A host, or an address, with its port.
  static let scrapeTarget = TextForm(
    pattern: "^[^/\\s]+:[0-9]{1,5}$",
    example: "router.example.com:9100",
  ) { text in
    let form = /(?:\[[0-9a-fA-F:.]+\]|[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?):([0-9]{1,5})/
    guard let match = text.wholeMatch(of: form), let port = Int(match.1),
      (1...65_535).contains(port)
    else { return .scrapeTarget(text) }
    return nil
  }
}
