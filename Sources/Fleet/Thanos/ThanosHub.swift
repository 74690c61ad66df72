/// Thanos over a bucket: what every topology that has one has on the hub.
package struct ThanosHub: Hashable, Sendable {
  /// Where blocks are kept.
  package var bucket: Bucket
  /// What reads them.
  package var storeGateway: StoreGateway
  /// What compacts them and enforces retention; one, whatever happens.
  package var compactor: Compactor
  /// What answers queries over all that keeps samples.
  package var querier: Component
  /// What alerts over all metrics; nil for none.
  package var ruler: Ruler?
  /// What watches over Thanos itself; nil for nothing.
  package var monitoring: HubMonitoring?
  /// What Grafana asks instead of the querier; nil where there is no such thing.
  package var queryFrontend: QueryFrontend?
  /// What people log in at; nil on a platform that has no login to lend.
  package var oauthProxy: GuardProxy?
}
