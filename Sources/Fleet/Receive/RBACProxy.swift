/// The proxy that asks the API server who somebody is and what they may do.
package struct RBACProxy: Hashable, Sendable {
  /// With a tag or a digest.
  package var image: String
}
