/// Why a record has no key that one would look for.
package enum AbsentKey: Hashable, Sendable {
  /// Clusters have no topology of their own: the hub takes metrics in one way.
  case oneTopology
  /// The Secrets by which images are pulled are named once, for all pods.
  case pullSecrets
  /// The file has another name for it.
  case named(String)
  /// It belongs into the mapping around this one, under this name.
  case beside(String)
  /// The proxy is named once, for all pods.
  case proxy
}
