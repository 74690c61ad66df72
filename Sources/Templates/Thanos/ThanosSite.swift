import Fleet
import Objects

/// The hub of a fleet that keeps its metrics in a bucket, as the templates of Thanos see it.
struct ThanosSite {
  let fleet: Fleet
  let design: ThanosHub
  let site: Site
  /// Those whose metrics reach the hub.
  let clusters: [ManagedCluster]
  /// What the querier asks beside the store gateway.
  let endpoints: [QueryEndpoint]
  /// Labels in which the copies of one series differ.
  let replicaLabels: [String]
  /// Labels of blocks that are copies of one another, of which the compactor makes one.
  var copyLabels: [String] = []
  /// What Grafana shows.
  let charts: [Chart]
  var namespace: String { fleet.namespace }
  var store: ObjectStore { ObjectStore(bucket: design.bucket, site: site) }

  /// Everything but the topology's own way in.
  func manifests() -> [Manifest] {
    store.manifests() + storeGateway() + compactor() + querier() + queryFrontend() + ruler()
      + grafana() + platformWatch()
  }

  /// The account of pods that read or write the bucket.
  func storeAccount(_ part: Part) -> Manifest {
    site.silentAccount(part.name, of: part, store.identity)
  }
}
