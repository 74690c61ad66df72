import JSON

extension Patch {
  /// In the file's own form; what it fits is decided when objects are rendered.
  init(_ section: Section) throws(SchemaGap) {
    let target = try section.section("target")
    self.init(
      target: Target(
        kind: try target.text("kind"),
        name: target.optionalText("name"),
        cluster: target.optionalText("cluster"),
      ),
      merge: .object(try section.section("merge").members),
    )
  }
}
