import JSON

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
      design: try HubDesign(section, of: file, platform, topology),
    )
  }
}

extension HubDesign {
  fileprivate init(
    _ hub: Section,
    of file: Section,
    _ platform: Platform,
    _ topology: Topology,
  ) throws(SchemaGap) {
    self =
      switch topology {
      case .receive: .receive(try ReceiveHub(hub, platform, Bucket(file.section("bucket"))))
      case .federate: .federate(try FederateHub(hub))
      case .sidecar: .sidecar(try ThanosHub(hub, Bucket(file.section("bucket"))))
      case .collector: .collector(try CollectorHub(hub, platform, Bucket(file.section("bucket"))))
      }
  }
}

extension FederateHub {
  fileprivate init(_ section: Section) throws(SchemaGap) {
    self.init(
      prometheus: try PrometheusServer(section.section("prometheus")),
      operatorBundle: try OperatorBundle(section),
    )
  }
}

extension ReceiveHub {
  fileprivate init(
    _ section: Section,
    _ platform: Platform,
    _ bucket: Bucket,
  ) throws(SchemaGap) {
    let proxy = OAuthProxy(image: try section.section("oauthProxy").text("image"))
    self.init(
      thanos: try ThanosHub(section, bucket, platform == .openshift ? proxy : nil),
      token: try TokenPolicy(section),
      oauthProxy: proxy,
      entrance: try Entrance(section, platform),
      receive: try Receive(section.section("receive")),
      deduplicates: try section.section("compactor").flag("deduplicate"),
    )
  }
}

extension CollectorHub {
  fileprivate init(
    _ section: Section,
    _ platform: Platform,
    _ bucket: Bucket,
  ) throws(SchemaGap) {
    let proxy = OAuthProxy(image: try section.section("oauthProxy").text("image"))
    self.init(
      thanos: try ThanosHub(section, bucket, platform == .openshift ? proxy : nil),
      receive: try MutualReceive(section.section("receive")),
      loadBalancer: try section.optionalSection("loadBalancer")
        .map { way throws(SchemaGap) in try LoadBalancer(way) },
      certificateLifetime: try section.section("certificates").seconds("lifetime"),
    )
  }
}

extension ThanosHub {
  fileprivate init(
    _ section: Section,
    _ bucket: Bucket,
    _ proxy: OAuthProxy? = nil,
  ) throws(SchemaGap) {
    self.init(
      bucket: bucket,
      storeGateway: try StoreGateway(section.section("storeGateway")),
      compactor: try Compactor(section.section("compactor")),
      querier: try Component(section.section("querier")),
      ruler: try section.optionalSection("ruler").map { ruler throws(SchemaGap) in
        try Ruler(ruler)
      },
      isWatchedByPlatform: (try? section.flag("userWorkloadMonitoring")) ?? false,
      queryFrontend: try section.optionalSection("queryFrontend").map(QueryFrontend.init),
      oauthProxy: proxy,
    )
  }
}

extension TokenPolicy {
  fileprivate init(_ hub: Section) throws(SchemaGap) {
    guard let token = hub.optionalSection("token") else {
      self = .secret
      return
    }
    self = .bound(lifetime: try token.section("bound").seconds("lifetime"))
  }
}

extension StoreGateway {
  fileprivate init(_ section: Section) throws(SchemaGap) {
    self.init(component: try Component(section), shards: try section.count("shards"))
  }
}

extension QueryFrontend {
  fileprivate init(_ section: Section) throws(SchemaGap) {
    self.init(component: try Component(section), cacheSize: try section.quantity("cacheSize"))
  }
}

extension Ruler {
  fileprivate init(_ section: Section) throws(SchemaGap) {
    self.init(
      component: try Component(section),
      alertmanagers: try section.texts("alertmanagers"),
    )
  }
}

extension Compactor {
  fileprivate init(_ section: Section) throws(SchemaGap) {
    let retention = try section.section("retention")
    self.init(
      component: try Component(section),
      retentionRaw: try retention.text("raw"),
      retentionFiveMinutes: try retention.text("fiveMinutes"),
      retentionOneHour: try retention.text("oneHour"),
      downsamples: try section.flag("downsampling"),
    )
  }
}

extension Component {
  /// `image` is used where the file names none.
  init(_ section: Section, image: String? = nil) throws(SchemaGap) {
    self.init(
      image: try section.text("image", or: image),
      replicas: try section.count("replicas"),
      resources: try Resources(section.section("resources")),
      storage: try section.optionalSection("storage").map { storage throws(SchemaGap) in
        try Storage(storage)
      },
      nodeSelector: try section.map("nodeSelector"),
      tolerations: try section.list("tolerations"),
      extraArguments: try section.texts("extraArgs"),
    )
  }
}

extension Resources {
  init(_ section: Section) throws(SchemaGap) {
    self.init(
      requests: try section.quantities("requests"),
      limits: try section.quantities("limits"),
    )
  }
}

extension Storage {
  fileprivate init(_ section: Section) throws(SchemaGap) {
    self.init(
      size: try section.quantity("size"),
      storageClass: section.optionalText("storageClass"),
    )
  }
}

extension Section {
  fileprivate func seconds(_ key: String) throws(SchemaGap) -> Int {
    guard let duration = PrometheusDuration(try text(key)) else { throw SchemaGap(key: key) }
    return duration.seconds
  }

  fileprivate func quantities(_ key: String) throws(SchemaGap) -> [String: String] {
    let amounts = try section(key)
    var result: [String: String] = [:]
    for name in amounts.members.keys { result[name] = try amounts.quantity(name) }
    return result
  }
}
