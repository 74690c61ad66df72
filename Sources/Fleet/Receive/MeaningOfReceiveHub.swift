extension ReceiveHub {
  init(
    _ section: Section,
    _ platform: Platform,
    _ bucket: Bucket,
  ) throws(SchemaGap) {
    let proxy = try GuardProxy(section.section("oauthProxy"))
    self.init(
      thanos: try ThanosHub(section, platform, bucket, platform == .openshift ? proxy : nil),
      token: try TokenPolicy(section),
      oauthProxy: proxy,
      wayIn: try ReceiveWayIn(section, platform),
      receive: try Receive(section.section("receive")),
      deduplicates: try section.section("compactor").flag("deduplicate"),
    )
  }
}

extension TokenPolicy {
  init(_ hub: Section) throws(SchemaGap) {
    guard let token = hub.optionalSection("token") else {
      self = .secret
      return
    }
    self = .bound(lifetime: try token.section("bound").seconds("lifetime"))
  }
}

extension Receive {
  init(_ section: Section) throws(SchemaGap) {
    self.init(
      component: try Component(section),
      retention: try section.text("retention"),
      replicationFactor: try section.count("replicationFactor"),
      router: try section.optionalSection("router").map { router throws(SchemaGap) in
        try Component(router)
      },
      tenancy: Tenancy(rawValue: try section.text("tenancy")) ?? .shared,
      limits: WriteLimits(try section.section("limits")),
    )
  }
}

extension WriteLimits {
  init(_ section: Section) {
    self.init(
      requestBytes: section.optionalCount("requestBytes"),
      requestSeries: section.optionalCount("requestSeries"),
      requestSamples: section.optionalCount("requestSamples"),
      concurrency: section.optionalCount("concurrency"),
    )
  }
}
