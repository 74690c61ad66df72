extension CollectorCluster {
  init(_ section: Section, _ platform: Platform) throws(SchemaGap) {
    self.init(
      openshiftVersion: section.optionalText("openshiftVersion").flatMap { OpenShiftVersion($0) },
      collector: try Collector(section.section("collector"), platform),
    )
  }
}

extension Collector {
  init(_ section: Section, _ platform: Platform) throws(SchemaGap) {
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
  static let image = Standard.telemeter

  init(_ section: Section) throws(SchemaGap) {
    let token = try section.section("token")
    self.init(
      url: try section.text("url"),
      secret: try token.text("secret"),
      key: try token.text("key"),
    )
  }
}

extension CollectorHub {
  init(
    _ section: Section,
    _ platform: Platform,
    _ bucket: Bucket,
  ) throws(SchemaGap) {
    let proxy = try GuardProxy(section.section("oauthProxy"))
    self.init(
      thanos: try ThanosHub(section, platform, bucket, platform == .openshift ? proxy : nil),
      receive: try MutualReceive(section.section("receive")),
      loadBalancer: try section.optionalSection("loadBalancer")
        .map { way throws(SchemaGap) in try LoadBalancer(way) },
      certificateLifetime: try section.section("certificates").seconds("lifetime"),
    )
  }
}

extension MutualReceive {
  init(_ section: Section) throws(SchemaGap) {
    self.init(component: try Component(section), retention: try section.text("retention"))
  }
}
