extension ReceiveCluster {
  /// By the cluster's mode, one part or another is used.
  init(_ section: Section, _ platform: Platform) throws(SchemaGap) {
    self.init(
      openshiftVersion: section.optionalText("openshiftVersion").flatMap { OpenShiftVersion($0) },
      mode: try ReceiveMode(section, platform),
      platformSeries: try Federate(section.section("platformSeries")),
      sent: try section.section("remoteWrite").texts("match"),
      prometheus: try PrometheusServer(
        section.section("prometheus"),
        version: section.prometheusVersion(on: platform),
      ),
      prometheusOperator: try PrometheusOperator(section.section("prometheusOperator")),
      operatorBundle: try OperatorBundle(section),
    )
  }
}

extension ReceiveMode {
  /// Which Prometheus writes to the hub; the check has seen to the word.
  init(_ section: Section, _ platform: Platform) throws(SchemaGap) {
    self =
      switch section.mode(on: platform) {
      case Self.platform:
        .platformPrometheus(settings: try section.section("platformMonitoring").members)
      case Self.stack:
        .monitoringStack(try MonitoringStack(section.section("monitoringStack")))
      default: .ownPrometheus
      }
  }
}
