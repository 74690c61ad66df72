/// An Alertmanager of the fleet's own, on the hub.
package struct Alertmanager: Hashable, Sendable {
  /// Image, size, storage and place of its one pod.
  package var component: Component
  /// The Secret that says whom alerts go to; somebody else's, in the fleet's namespace.
  package var secret: String
  /// Its key with Alertmanager's configuration.
  package var key: String
}
