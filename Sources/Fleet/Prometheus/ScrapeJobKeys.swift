import JSON
import YAML

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
        "labels",
        .map(keys: .metricLabel, values: .nonEmpty),
        .standard([:]),
        "What all its series bear besides.",
        example: ["site": "far"],
      ),
    ] + Key.scraped + Key.access,
    flaws: { accessFlaws($0, encrypted: $0["scheme"]?.scalar?.text == "https") },
  )
}

extension Key {
  static let scrapeJobs = Key(
    "scrapeJobs",
    .list(of: .record(.scrapeJob)),
    .standard([]),
    """
    What the cluster's Prometheus scrapes at fixed addresses, as routers outside of the cluster. Secrets that they name are \
    yours, in the fleet's namespace.
    """,
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
