import JSON

extension Record {
  /// The keys of a Prometheus that the operator runs; `retention` is its standard value, and
  /// `leastRetention` what no other may be below.
  static func prometheus(
    retention: String,
    leastRetention: String = "2h",
    cpu: String,
    memory: String,
    disk: String,
    replicas: (allowed: ClosedRange<Int>, reason: CountReason),
  ) -> Record {
    component(
      "Prometheus",
      image: nil,
      cpu: cpu,
      memory: memory,
      disk: disk,
      replicas: replicas,
      // The operator sets them, and refuses those that are set twice.
      owned: [
        "config.file", "storage.tsdb.path", "storage.tsdb.retention.time", "web.config.file",
        "web.console.libraries", "web.console.templates", "web.enable-lifecycle",
        "web.external-url", "web.listen-address", "web.route-prefix",
      ],
      further: [
        Key(
          "version",
          .text(.release),
          .standard("v3.5.0"),
          "The release, which also chooses the image.",
        ),
        Key(
          "retention",
          .text(.duration(from: leastRetention)),
          .standard(.string(retention)),
          "How long samples stay on the local disk, from \(leastRetention).",
        ),
        Key(
          "scrapeInterval",
          .text(.duration),
          .standard("30s"),
          "How often targets are scraped.",
        ),
      ],
    )
  }
}
