extension Hub {
  /// `platform` is the fleet's.
  init(
    _ section: Section,
    of file: Section,
    _ platform: Platform,
    _ topology: Topology,
  ) throws(SchemaGap) {
    let platform = section.optionalText("platform").flatMap(Platform.init) ?? platform
    self.init(
      name: try section.text("name"),
      context: try section.text("context"),
      server: section.optionalText("server"),
      platform: platform,
      grafana: try Component(section.section("grafana")),
      grafanaDesign: try GrafanaDesign(section.section("grafana")),
      routeHosts: try RouteHosts(section.optionalSection("routes")),
      alertmanagers: try section.alertmanagers(),
      alertmanager: try section.optionalSection("alertmanager")
        .map { part throws(SchemaGap) in try Alertmanager(part) },
      surroundings: try Surroundings(section),
      design: try HubDesign(section, of: file, platform, topology),
    )
  }
}

extension HubDesign {
  init(
    _ hub: Section,
    of file: Section,
    _ platform: Platform,
    _ topology: Topology,
  ) throws(SchemaGap) {
    self =
      switch topology {
      case .receive: .receive(try ReceiveHub(hub, platform, Bucket(file.section("bucket"))))
      case .federate: .federate(try FederateHub(hub))
      case .sidecar: .sidecar(try ThanosHub(hub, platform, Bucket(file.section("bucket"))))
      case .collector: .collector(try CollectorHub(hub, platform, Bucket(file.section("bucket"))))
      }
  }
}
