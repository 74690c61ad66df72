/// Thanos, with receive as its way in and a bucket as its store.
package struct ReceiveHub: Hashable, Sendable {
  /// What stands over the bucket.
  package var thanos: ThanosHub
  /// How the clusters' credentials are made.
  package var token: TokenPolicy
  /// The proxy of every OpenShift cluster, wherever the hub is.
  package var oauthProxy: GuardProxy
  /// How the clusters reach receive.
  package var wayIn: ReceiveWayIn
  /// What takes in what they write.
  package var receive: Receive
  /// Whether the compactor makes one of the copies that receive has written, which nothing undoes.
  package var deduplicates: Bool
}
