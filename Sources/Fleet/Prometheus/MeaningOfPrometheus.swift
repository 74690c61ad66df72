extension ServiceMonitor {
  /// What is scraped of an application: the port that stands in the mapping itself comes first.
  init(_ section: Section, _ targets: Targets) throws(SchemaGap) {
    let further = try section.sections("endpoints").map { endpoint throws(SchemaGap) in
      try ScrapedEndpoint(endpoint)
    }
    self.init(
      name: try section.text("name"),
      namespace: try section.text("namespace"),
      targets: targets,
      selector: try section.map("selector"),
      endpoints: [try ScrapedEndpoint(section)] + further,
    )
  }
}

extension PrometheusServer {
  /// A server as operators run it; `version` is the one of a section that names none.
  init(_ section: Section, version: String? = nil) throws(SchemaGap) {
    let version = try section.text("version", or: version)
    self.init(
      component: try Component(section, image: "\(Standard.prometheusRepository):\(version)"),
      version: version,
      retention: try section.text("retention"),
      retentionMebibytes: Self.mebibytes(section),
      scrapeInterval: try section.text("scrapeInterval"),
    )
  }
}

extension PrometheusServer {
  /// As the file says, or four fifths of the disk: what is not yet a block, and a block that is being
  /// made, are not counted, and a full disk loses everything.
  static func mebibytes(_ section: Section) -> Int? {
    if let size = section.optionalText("retentionSize") { return Quantity(size)?.mebibytes }
    let disk = try? section.optionalSection("storage")?.quantity("size")
    return disk.flatMap { Quantity($0)?.mebibytes }.map { $0 * 4 / 5 }
  }
}

extension PrometheusOperator {
  /// The operator as OLM installs it, and from which catalogue.
  init(_ section: Section) throws(SchemaGap) {
    self.init(
      package: try section.text("package"),
      channel: try section.text("channel"),
      source: try section.text("source"),
      sourceNamespace: try section.text("sourceNamespace"),
      startingCSV: try section.text("startingCSV"),
    )
  }
}
