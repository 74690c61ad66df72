/// A port whose metrics are scraped, and how.
package struct ScrapedEndpoint: Hashable, Sendable {
  /// The name of the Service's or the container's port.
  package var port: String
  /// Where the metrics are, beginning with a slash.
  package var path: String
  /// As Prometheus writes durations.
  package var interval: String
  /// How long a scrape may take, as Prometheus writes durations; nil for Prometheus' own.
  package var timeout: String?
  /// Whether it is spoken to with TLS.
  package var isEncrypted = false
  /// Of the query of each request, by name.
  package var parameters: [String: String] = [:]
  /// Whether labels of the application's win over those of the target.
  package var honorsLabels = false
  /// How the two know each other.
  package var access = ClientAccess()
  /// Of the target's labels, before it is scraped.
  package var relabelling: [Relabelling] = []
  /// Of the labels of what is scraped.
  package var metricRelabelling: [Relabelling] = []
}

extension ScrapedEndpoint {
  init(_ section: Section) throws(SchemaGap) {
    self.init(
      port: try section.text("port"),
      path: try section.text("path"),
      interval: try section.text("interval"),
      timeout: section.optionalText("timeout"),
      isEncrypted: try section.text("scheme") == "https",
      parameters: try section.map("params"),
      honorsLabels: try section.flag("honorLabels"),
      access: try ClientAccess(section),
      relabelling: try section.relabellings("relabelings"),
      metricRelabelling: try section.relabellings("metricRelabelings"),
    )
  }
}
