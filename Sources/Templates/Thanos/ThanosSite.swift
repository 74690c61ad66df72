import Fleet
import Manifest

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
  /// What Grafana shows.
  let charts: [Chart]
  var namespace: String { fleet.namespace }

  /// Everything but the topology's own way in.
  func manifests() -> [Manifest] {
    objectStore() + storeGateway() + compactor() + querier() + ruler() + grafana() + platformWatch()
  }
}

/// Where the querier finds series.
struct QueryEndpoint {
  /// Host and port, or a name to look up in DNS, as Thanos has them.
  let address: String

  /// Every pod behind a headless Service.
  static func pods(of service: String, in namespace: String) -> Self {
    Self(address: "dnssrv+_grpc._tcp.\(service).\(namespace).svc")
  }
}
