import JSON

extension Patch {
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
