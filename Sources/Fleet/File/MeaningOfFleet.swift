import JSON

extension Fleet {
  init(_ file: Section, _ topology: Topology) throws(SchemaGap) {
    let platform = file.optionalText("platform").flatMap(Platform.init) ?? topology.platforms[0]
    self.init(
      name: try file.text("name"),
      namespace: try file.text("namespace"),
      hub: try Hub(file.section("hub"), of: file, platform, topology),
      clusters: try file.sections("clusters").map { section throws(SchemaGap) in
        try ManagedCluster(section, platform, topology)
      },
      patches: try file.sections("patches").map { section throws(SchemaGap) in
        try Patch(section)
      },
      reportComponents: try file.section("report").sections("components")
        .map { section throws(SchemaGap) in try ReportComponent(section) },
    )
  }
}
