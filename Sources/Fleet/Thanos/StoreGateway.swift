/// The Thanos store gateway.
package struct StoreGateway: Hashable, Sendable {
  /// Image, size, storage and place of each shard's pods.
  package var component: Component
  /// How many parts the bucket's blocks are dealt out to, each with its own pods.
  package var shards: Int
}
