import JSON

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
      .map { monitor throws(SchemaGap) in try ServiceMonitor(monitor) }
    self.init(
      name: name,
      context: try section.text("context"),
      server: section.optionalText("server"),
      platform: platform,
      externalLabels: try section.map("externalLabels")
        .merging(["cluster": name]) { given, _ in given }
        .sorted { $0.key < $1.key }
        .map { ExternalLabel(name: $0.key, value: $0.value) },
      serviceMonitors: monitors + (sample == nil ? [] : [.sample]),
      sampleApplication: sample,
      design: try ClusterDesign(section, platform, topology),
    )
  }
}

extension ClusterDesign {
  fileprivate init(
    _ section: Section,
    _ platform: Platform,
    _ topology: Topology,
  ) throws(SchemaGap) {
    self =
      switch topology {
      case .receive: .receive(try ReceiveCluster(section))
      case .federate: .federate(try FederateCluster(section))
      case .sidecar: .sidecar(try SidecarCluster(section))
      case .collector: .collector(try CollectorCluster(section, platform))
      }
  }
}

extension ReceiveCluster {
  fileprivate init(_ section: Section) throws(SchemaGap) {
    self.init(
      openshiftVersion: section.optionalText("openshiftVersion").flatMap { OpenShiftVersion($0) },
      mode: try ReceiveMode(section),
      federate: try Federate(section.section("federate")),
      prometheus: try PrometheusServer(section.section("prometheus")),
      prometheusOperator: try PrometheusOperator(section.section("prometheusOperator")),
      operatorBundle: try OperatorBundle(section),
    )
  }
}

extension ReceiveMode {
  fileprivate init(_ section: Section) throws(SchemaGap) {
    self =
      switch try section.text("mode") {
      case Self.platform:
        .platformPrometheus(settings: try section.section("platformMonitoring").members)
      default: .ownPrometheus
      }
  }
}

extension FederateCluster {
  fileprivate init(_ section: Section) throws(SchemaGap) {
    self.init(
      federate: try Federate(section.section("federate")),
      prometheus: try PrometheusServer(section.section("prometheus")),
      loadBalancer: try LoadBalancer(section.section("loadBalancer")),
      exporters: try Exporters(section),
      operatorBundle: try OperatorBundle(section),
    )
  }
}

extension CollectorCluster {
  fileprivate init(_ section: Section, _ platform: Platform) throws(SchemaGap) {
    self.init(
      openshiftVersion: section.optionalText("openshiftVersion").flatMap { OpenShiftVersion($0) },
      collector: try Collector(section.section("collector"), platform),
    )
  }
}

extension Collector {
  fileprivate init(_ section: Section, _ platform: Platform) throws(SchemaGap) {
    let telemeter = try section.optionalSection("telemeter").map(Telemeter.init)
    self.init(
      component: try Component(section, image: telemeter.map { _ in Telemeter.image }),
      source: try section.text("from", or: Collector.usualSource(on: platform)),
      match: try section.texts("match"),
      matchFile: section.optionalText("matchFile"),
      renames: try section.map("rename"),
      interval: try section.text("interval"),
      sizeLimit: try section.count("limitBytes"),
      workers: try section.count("workers"),
      telemeter: telemeter,
    )
  }
}

extension Telemeter {
  /// What runs where the file names no image.
  fileprivate static let image = "quay.io/openshift/origin-telemeter:4.20"

  fileprivate init(_ section: Section) throws(SchemaGap) {
    let token = try section.section("token")
    self.init(
      url: try section.text("url"),
      secret: try token.text("secret"),
      key: try token.text("key"),
    )
  }
}

extension Federate {
  fileprivate init(_ section: Section) throws(SchemaGap) {
    self.init(match: try section.texts("match"), interval: try section.text("interval"))
  }
}

extension ServiceMonitor {
  fileprivate init(_ section: Section) throws(SchemaGap) {
    self.init(
      name: try section.text("name"),
      namespace: try section.text("namespace"),
      selector: try section.map("selector"),
      port: try section.text("port"),
      path: try section.text("path"),
      interval: try section.text("interval"),
    )
  }
}

extension PrometheusServer {
  init(_ section: Section) throws(SchemaGap) {
    let version = try section.text("version")
    self.init(
      component: try Component(section, image: "quay.io/prometheus/prometheus:\(version)"),
      version: version,
      retention: try section.text("retention"),
      scrapeInterval: try section.text("scrapeInterval"),
    )
  }
}

extension LoadBalancer {
  init(_ section: Section) throws(SchemaGap) {
    self.init(
      port: try section.count("port"),
      isInternal: try section.flag("internal"),
      sourceRanges: try section.texts("sourceRanges"),
      controller: section.optionalText("class"),
      tls: try section.optionalSection("tls").map { tls throws(SchemaGap) in
        ServingCertificate(secret: try tls.text("secret"), serverName: try tls.text("serverName"))
      },
      annotations: try section.map("annotations"),
    )
  }
}

extension PrometheusOperator {
  fileprivate init(_ section: Section) throws(SchemaGap) {
    self.init(
      package: try section.text("package"),
      channel: try section.text("channel"),
      source: try section.text("source"),
      sourceNamespace: try section.text("sourceNamespace"),
      startingCSV: try section.text("startingCSV"),
    )
  }
}
