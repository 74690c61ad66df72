extension ServiceMonitor {
  /// What is scraped of an application.
  init(_ section: Section) throws(SchemaGap) {
    self.init(
      name: try section.text("name"),
      namespace: try section.text("namespace"),
      selector: try section.map("selector"),
      port: try section.text("port"),
      path: try section.text("path"),
      interval: try section.text("interval"),
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
      scrapeInterval: try section.text("scrapeInterval"),
    )
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
