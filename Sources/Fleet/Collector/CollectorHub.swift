/// Thanos, with receive as its way in that asks for a certificate, and a bucket as its store.
package struct CollectorHub: Hashable, Sendable {
  /// What stands over the bucket.
  package var thanos: ThanosHub
  /// What takes in what the collectors push.
  package var receive: MutualReceive
  /// How the clusters reach receive where the platform has no Routes.
  package var loadBalancer: LoadBalancer?
  /// How long certificates of servers and clients live, in seconds.
  package var certificateLifetime: Int
}
