/// Thanos, with receive as its way in and a bucket as its store.
package struct ReceiveHub: Hashable, Sendable {
  package var thanos: ThanosHub
  package var token: TokenPolicy
  /// The proxy of every OpenShift cluster, wherever the hub is.
  package var oauthProxy: OAuthProxy
  package var entrance: Entrance
  package var receive: Receive
  /// Whether the compactor makes one of the copies that receive has written, which nothing undoes.
  package var deduplicates: Bool
}
