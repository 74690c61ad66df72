extension FederateCluster {
  /// What a cluster needs to be read from.
  init(_ section: Section) throws(SchemaGap) {
    self.init(
      federate: try Federate(section.section("federate")),
      prometheus: try PrometheusServer(section.section("prometheus")),
      loadBalancer: try LoadBalancer(section.section("loadBalancer")),
      exporters: try Exporters(section),
      operatorBundle: try OperatorBundle(section),
    )
  }
}

extension Federate {
  /// Which series, and how often.
  init(_ section: Section) throws(SchemaGap) {
    self.init(match: try section.texts("match"), interval: try section.text("interval"))
  }
}

extension FederateHub {
  /// What the hub needs to read from all.
  init(_ section: Section) throws(SchemaGap) {
    self.init(
      prometheus: try PrometheusServer(section.section("prometheus")),
      rules: try AddedRules(section),
      operatorBundle: try OperatorBundle(section),
    )
  }
}
