/// The proxy that asks the API server who somebody is and what they may do.
package struct RBACProxy: Hashable, Sendable {
  /// With a tag or a digest.
  package var image: String
  /// What its container asks for and may use at most.
  package var resources: Resources
}

extension RBACProxy {
  init(ofHub hub: Section) throws(SchemaGap) {
    let section = try hub.section("kubeRBACProxy")
    self.init(
      image: try section.text("image"),
      resources: try Resources(section.section("resources")),
    )
  }
}
