/// A proxy in a pod that guards one of its ports: OpenShift's, which asks people to log in, or kube-rbac-proxy, which
/// asks the API server who somebody is and what they may do.
package struct GuardProxy: Hashable, Sendable {
  /// With a tag or a digest; OpenShift's should fit the cluster's version.
  package var image: String
  /// What each of its containers asks for and may use at most.
  package var resources: Resources

  /// - `section`: that of the hub's `oauthProxy` or `kubeRBACProxy`.
  init(_ section: Section) throws(SchemaGap) {
    image = try section.text("image")
    resources = try Resources(section.section("resources"))
  }
}
