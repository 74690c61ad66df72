extension ThanosHub {
  /// What stands over the bucket, by the hub's own keys.
  init(
    _ section: Section,
    _ platform: Platform,
    _ bucket: Bucket,
    _ proxy: GuardProxy? = nil,
  ) throws(SchemaGap) {
    self.init(
      bucket: bucket,
      storeGateway: try StoreGateway(section.section("storeGateway")),
      compactor: try Compactor(section.section("compactor")),
      querier: try Component(section.section("querier")),
      ruler: try section.optionalSection("ruler").map { ruler throws(SchemaGap) in
        try Ruler(ruler)
      },
      monitoring: try section.optionalSection("monitoring")
        .map { part throws(SchemaGap) in try HubMonitoring(part, platform) },
      queryFrontend: try section.optionalSection("queryFrontend").map(QueryFrontend.init),
      oauthProxy: proxy,
    )
  }
}

extension StoreGateway {
  /// How many shards, and what each is given.
  init(_ section: Section) throws(SchemaGap) {
    self.init(component: try Component(section), shards: try section.count("shards"))
  }
}

extension QueryFrontend {
  /// How large the memory of answers is, as Kubernetes writes quantities.
  init(_ section: Section) throws(SchemaGap) {
    self.init(component: try Component(section), cacheSize: try section.quantity("cacheSize"))
  }
}

extension Ruler {
  /// Whom alerts are sent to, nobody where the file names none, and which rules of its own the file has.
  init(_ section: Section) throws(SchemaGap) {
    self.init(
      component: try Component(section),
      alertmanagers: try section.alertmanagers(),
      rules: try AddedRules(section),
    )
  }
}

extension Compactor {
  /// How long each resolution is kept, and what becomes of copies.
  init(_ section: Section) throws(SchemaGap) {
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
