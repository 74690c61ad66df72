/// OpenShift's proxy that guards a web port.
package struct OAuthProxy: Hashable, Sendable {
  /// With a tag or a digest; it should fit the cluster's OpenShift.
  package var image: String
  /// What each of its containers asks for and may use at most.
  package var resources: Resources
}

extension OAuthProxy {
  init(ofHub hub: Section) throws(SchemaGap) {
    let section = try hub.section("oauthProxy")
    self.init(
      image: try section.text("image"),
      resources: try Resources(section.section("resources")),
    )
  }
}
