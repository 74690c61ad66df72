/// OpenShift's proxy that guards a web port.
package struct OAuthProxy: Hashable, Sendable {
  package var image: String
}
