import JSON

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

extension MutualReceive {
  init(_ section: Section) throws(SchemaGap) {
    self.init(component: try Component(section), retention: try section.text("retention"))
  }
}

extension WriteLimits {
  fileprivate init(_ section: Section) {
    self.init(
      requestBytes: section.optionalCount("requestBytes"),
      requestSeries: section.optionalCount("requestSeries"),
      requestSamples: section.optionalCount("requestSamples"),
      concurrency: section.optionalCount("concurrency"),
    )
  }
}
