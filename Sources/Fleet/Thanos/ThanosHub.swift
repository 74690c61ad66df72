/// Thanos over a bucket: what every topology that has one has on the hub.
package struct ThanosHub: Hashable, Sendable {
  package var bucket: Bucket
  package var storeGateway: StoreGateway
  package var compactor: Compactor
  package var querier: Component
  package var ruler: Ruler?
  /// Whether OpenShift's monitoring of user workloads watches over Thanos itself.
  package var isWatchedByPlatform: Bool
  /// What Grafana asks instead of the querier; nil where there is no such thing.
  package var queryFrontend: QueryFrontend?
  /// What people log in at; nil on a platform that has no login to lend.
  package var oauthProxy: OAuthProxy?
}
