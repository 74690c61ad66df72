extension MonitoringStack {
  /// As the file says, standard values filled in.
  init(_ section: Section) throws(SchemaGap) {
    self.init(
      installation: try section.optionalSection("operator").map { source throws(SchemaGap) in
        try PrometheusOperator(source)
      },
      replicas: try section.count("replicas"),
      resources: try Resources(section.section("resources")),
      storage: try Storage(section.section("storage")),
      nodeSelector: try section.map("nodeSelector"),
      tolerations: try section.list("tolerations"),
      retention: try section.text("retention"),
      retentionMebibytes: PrometheusServer.mebibytes(section),
      scrapeInterval: try section.text("scrapeInterval"),
    )
  }
}
