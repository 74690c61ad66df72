extension ManagedCluster {
  init(
    _ section: Section,
    _ platform: Platform,
    _ topology: Topology,
  ) throws(SchemaGap) {
    let name = try section.text("name")
    let platform = section.optionalText("platform").flatMap(Platform.init) ?? platform
    let sample = try section.optionalSection("sampleApplication")
      .map { component throws(SchemaGap) in try Component(component) }
    let monitors = try section.optionalSections("serviceMonitors")
      .map { monitor throws(SchemaGap) in try ServiceMonitor(monitor, .services) }
    let pods = try section.optionalSections("podMonitors")
      .map { monitor throws(SchemaGap) in try ServiceMonitor(monitor, .pods) }
    self.init(
      name: name,
      context: try section.text("context"),
      server: section.optionalText("server"),
      platform: platform,
      groups: try section.texts("groups"),
      isInMaintenance: try section.flag("maintenance"),
      isOnHub: try section.flag("onHub"),
      externalLabels: try section.map("externalLabels")
        .merging(["cluster": name]) { given, _ in given }
        .sorted { $0.key < $1.key }
        .map { ExternalLabel(name: $0.key, value: $0.value) },
      tellsUsage: try section.flag("usage"),
      serviceMonitors: monitors + (sample == nil ? [] : [.sample]) + pods,
      sampleApplication: sample,
      scrapeJobs: try section.optionalSections("scrapeJobs")
        .map { job throws(SchemaGap) in try ScrapeJob(job) },
      rules: try AddedRules(section),
      alertmanagers: (try? section.texts("alertmanagers")) ?? [],
      writeTargets: try section.optionalSection("remoteWrite")?.sections("targets")
        .map { target throws(SchemaGap) in try WriteTarget(target) } ?? [],
      surroundings: try Surroundings(section),
      design: try ClusterDesign(section, platform, topology),
    )
  }
}

extension ClusterDesign {
  init(
    _ section: Section,
    _ platform: Platform,
    _ topology: Topology,
  ) throws(SchemaGap) {
    self =
      switch topology {
      case .receive: .receive(try ReceiveCluster(section, platform))
      case .federate: .federate(try FederateCluster(section))
      case .sidecar: .sidecar(try SidecarCluster(section))
      case .collector: .collector(try CollectorCluster(section, platform))
      }
  }
}
