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
  /// How it is known whose series are whose.
  var attribution = Attribution.label
  /// By a cluster's name, a series that the hub has of it as long as it measures anything.
  var collected: [String: String] = [:]
  /// The parts that take in what clusters write; none where they are asked.
  var takingIn: [Part] = []
  /// What Grafana shows of the clusters.
  let charts: [Chart]
  /// How their metrics arrive, as columns of its table.
  let arrival: [Table.Column]
  var namespace: String { fleet.namespace }
  var store: ObjectStore { ObjectStore(bucket: design.bucket, site: site) }

  /// Everything but the topology's own way in.
  func manifests() -> [Manifest] {
    store.manifests() + storeGateway() + compactor() + querier() + queryFrontend() + ruler()
      + grafana() + watch()
  }

  /// The account of pods that read or write the bucket.
  func storeAccount(_ part: Part) -> Manifest {
    site.silentAccount(part.name, of: part, store.identity)
  }
}
