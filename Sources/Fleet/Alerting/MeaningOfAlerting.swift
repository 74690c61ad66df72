extension Alertmanager {
  /// What runs, and where its configuration is.
  init(_ section: Section) throws(SchemaGap) {
    let configuration = try section.section("configuration")
    self.init(
      component: try Component(section),
      secret: try configuration.text("secret"),
      key: try configuration.text("key"),
    )
  }
}
