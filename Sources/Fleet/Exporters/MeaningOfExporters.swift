extension Exporters {
  /// What is not named is not installed.
  init(_ cluster: Section) throws(SchemaGap) {
    self.init(
      nodeExporter: try cluster.optionalSection("nodeExporter").map { section throws(SchemaGap) in
        NodeExporter(component: try Component(section), port: try section.count("port"))
      },
      kubeStateMetrics: try cluster.optionalSection("kubeStateMetrics").map {
        section throws(SchemaGap) in try Component(section)
      },
      metricsServer: try cluster.optionalSection("metricsServer").map {
        section throws(SchemaGap) in try Component(section)
      },
    )
  }
}
