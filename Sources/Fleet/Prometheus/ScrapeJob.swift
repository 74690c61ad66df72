/// Targets at fixed addresses whose metrics a cluster's Prometheus scrapes.
package struct ScrapeJob: Hashable, Sendable {
  /// The label `job` of its series; unique on its cluster.
  package var name: String
  /// Each as `host:port`.
  package var targets: [String]
  /// Whether they are spoken to with TLS.
  package var isEncrypted: Bool
  /// Where the metrics are, beginning with a slash.
  package var path: String
  /// As Prometheus writes durations.
  package var interval: String
  /// What all its series bear besides, by name.
  package var labels: [String: String]
  /// How Prometheus and they know each other.
  package var access = ClientAccess()
}

extension ScrapeJob {
  init(_ section: Section) throws(SchemaGap) {
    self.init(
      name: try section.text("name"),
      targets: try section.texts("targets"),
      isEncrypted: try section.text("scheme") == "https",
      path: try section.text("path"),
      interval: try section.text("interval"),
      labels: try section.map("labels"),
      access: try ClientAccess(section),
    )
  }
}
