/// The Thanos query frontend.
package struct QueryFrontend: Hashable, Sendable {
  /// Image, size and place of its pods.
  package var component: Component
  /// How much memory answers are kept in, as a Kubernetes quantity.
  package var cacheSize: String
}
