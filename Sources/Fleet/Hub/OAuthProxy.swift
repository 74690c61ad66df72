/// OpenShift's proxy that guards a web port.
package struct OAuthProxy: Hashable, Sendable {
  /// With a tag or a digest; it should fit the cluster's OpenShift.
  package var image: String
}
