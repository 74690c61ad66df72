extension ReceiveCluster {
  /// By the cluster's mode, one part or another is used.
  init(_ section: Section, _ platform: Platform) throws(SchemaGap) {
    let write = try section.section("remoteWrite")
    self.init(
      openshiftVersion: section.optionalText("openshiftVersion").flatMap { OpenShiftVersion($0) },
      mode: try ReceiveMode(section, platform),
      platformSeries: try Federate(section.section("platformSeries")),
      sent: try write.texts("match"),
      queue: try WriteQueue(write.section("queue")),
      relabelling: try write.relabellings("writeRelabel"),
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
