/// Why a record has no key that one would look for.
package enum AbsentKey: Hashable, Sendable {
  /// Clusters have no topology of their own: the hub takes metrics in one way.
  case oneTopology
  /// The Secrets by which images are pulled are named once, for all pods.
  case pullSecrets
}
