/// A telemeter server that exists already.
package struct Telemeter: Hashable, Sendable {
  /// The server that a cluster sends to in place of the hub, with its scheme.
  package var url: String
  /// A Secret in the fleet's namespace on the managed cluster.
  package var secret: String
  /// The key of its token.
  package var key: String
}
