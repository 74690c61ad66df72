/// Thanos receive that knows its visitors by their certificates: each is a tenant by its name there.
package struct MutualReceive: Hashable, Sendable {
  /// Image, size, storage and place of receive's pods.
  package var component: Component
  /// As in `Receive`.
  package var retention: String
}
