import JSON

extension Record {
  /// The keys of a Prometheus that the operator runs; `retention` is its standard value, and
  /// `leastRetention` what no other may be below.
  ///
  /// - `beside`: keys that somebody who knows the operator's resource looks for in it, and that the file has next to it.
  static func prometheus(
    retention: String,
    leastRetention: String = "2h",
    cpu: String,
    memory: String,
    disk: String,
    replicas: (allowed: ClosedRange<Int>, reason: CountReason),
    version: Key = .prometheusVersion,
    beside: [String] = besideThatOfACluster,
  ) -> Record {
    var record = component(
      "Prometheus",
      image: nil,
      cpu: cpu,
      memory: memory,
      disk: disk,
      replicas: replicas,
      // The operator sets them, and refuses those that are set twice.
      owned: [
        "config.file", "storage.tsdb.path", "storage.tsdb.retention.time",
        "storage.tsdb.retention.size", "web.config.file",
        "web.console.libraries", "web.console.templates", "web.enable-lifecycle",
        "web.external-url", "web.listen-address", "web.route-prefix",
      ],
      further: [
        version,
        Key(
          "retention",
          .text(.duration(from: leastRetention)),
          .standard(.string(retention)),
          "How long samples stay on the local disk, from \(leastRetention).",
        ),
        Key(
          "retentionSize",
          .text(.size),
          .optional,
          "At what size the oldest samples go before their time; four fifths of the disk without it.",
        ),
        Key(
          "scrapeInterval",
          .text(.duration),
          .standard("30s"),
          "How often targets are scraped.",
        ),
      ],
    )
    for key in beside { record.absent[key] = .beside(key) }
    return record
  }

  private static let besideThatOfACluster = [
    "alertmanagers", "externalLabels", "podMonitors", "remoteWrite", "rules", "scrapeJobs",
    "serviceMonitors",
  ]
}

extension Key {
  static let prometheusVersion = Key(
    "version",
    .text(.release),
    .standard(.string(Standard.prometheus)),
    "The release, which also chooses the image.",
  )

  /// Its standard value depends on whence the operator comes, so the table has none.
  static let writersVersion = Key(
    "version",
    .text(.release),
    .optional,
    """
    The release, which also chooses the image: \(Standard.prometheus), or \(Standard.prometheusForOLM) with \
    the operator of OpenShift's catalogue, which runs no newer one.
    """,
  )
}
