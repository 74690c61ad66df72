import JSON
import Text
import YAML

extension Record {
  /// A port beside the first.
  static let scrapedEndpoint = Record(
    noun: "an endpoint",
    keys: [.scrapedPort] + Key.scraping,
    flaws: endpointFlaws,
  )

  /// What is wrong between the keys of `scraping`.
  static func endpointFlaws(_ node: Node) -> [FleetProblem] {
    accessFlaws(node, encrypted: node["scheme"]?.scalar?.text == "https") + timeouts(node)
  }

  /// Prometheus refuses a scrape that may take longer than until the next one.
  private static func timeouts(_ node: Node) -> [FleetProblem] {
    guard let timeout = node["timeout"], let text = timeout.scalar?.text,
      let time = PrometheusDuration(text)
    else { return [] }
    let limit = node["interval"]?.scalar?.text ?? Key.scrapeInterval
    guard let interval = PrometheusDuration(limit), interval < time else { return [] }
    return [FleetProblem(.form(.tooLong(text, limit: limit)), at: timeout.mark)]
  }
}

extension Key {
  /// How often what names no interval is scraped.
  fileprivate static let scrapeInterval = "30s"

  static let scrapedPort = Key(
    "port",
    .text(.nonEmpty),
    .required,
    "The name of the Service's port, or of the container's.",
    example: "http",
  )

  /// What is asked for, how often, and whether over TLS; the same for all that is scraped.
  static let scraped = [
    Key("path", .text(.metricsPath), .standard("/metrics"), "The path to the metrics."),
    Key(
      "interval",
      .text(.duration),
      .standard(.string(scrapeInterval)),
      "How often they are scraped.",
    ),
    Key("scheme", .choice(["http", "https"]), .standard("http"), "How the target is spoken to."),
  ]

  /// How a port is scraped; the same for all that Services and pods have.
  static let scraping =
    scraped + [
      Key(
        "timeout",
        .text(.duration),
        .optional,
        "How long a scrape may take, no longer than `interval`; Prometheus' own without it.",
        example: "10s",
      ),
      Key(
        "params",
        .map(keys: .nonEmpty, values: .any),
        .standard([:]),
        "Of the query of each request.",
        example: ["module": "http_2xx"],
      ),
      Key(
        "honorLabels",
        .flag,
        .standard(false),
        "Whether the application's labels win over the target's.",
      ),
    ] + access + [
      .relabelling("relabelings", "Changes of the target's labels, before it is scraped."),
      .relabelling("metricRelabelings", "Changes of what is scraped, before it is kept."),
    ]
}
