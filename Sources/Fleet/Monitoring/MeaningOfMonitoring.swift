extension HubMonitoring {
  /// Which of the two it is; the check has seen to the word.
  init(_ section: Section, _ platform: Platform) throws(SchemaGap) {
    self =
      switch try section.text("mode") {
      case "existing": .existing(try ExistingMonitoring(section, platform))
      default: .own(try PrometheusServer(section.section("prometheus")))
      }
  }
}

extension ExistingMonitoring {
  /// OpenShift's monitoring of user workloads.
  static let openShift = "openshift-user-workload-monitoring"
  /// Where kube-prometheus has it.
  static let kubernetes = "monitoring"

  init(_ section: Section, _ platform: Platform) throws(SchemaGap) {
    let usual = platform == .openshift ? Self.openShift : Self.kubernetes
    self.init(
      namespace: try section.text("namespace", or: usual),
      labels: try section.map("labels"),
      url: section.optionalText("url"),
    )
  }
}
