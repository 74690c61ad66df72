import Metrics
import Templates

extension HubView {
  /// Why the querier has nothing of a cluster that it asks itself.
  func store(of cluster: ClusterArrivals, arrives: Bool) -> [WritingFinding] {
    guard arrivals.hasUploaders, case .success(let answer) = answers.stores else { return [] }
    let own = answer.value.filter { isSidecar($0, of: cluster) }
    let failing = own.compactMap { store in
      store.error.map { WritingFinding.storeFails(name: store.name, said: $0) }
    }
    return own.isEmpty && !arrives ? [.noStore] : failing
  }

  /// Whether the querier cannot ask the cluster's sidecar, which alone has what is not uploaded yet.
  func isOutOfReach(_ cluster: ClusterArrivals) -> Bool {
    store(of: cluster, arrives: true).contains { $0.code == .storeFails }
  }

  /// Whether it is told of as a cluster's.
  func isOfCluster(_ store: StoreEndpoint) -> Bool {
    arrivals.hasUploaders && arrivals.clusters.contains { isSidecar(store, of: $0) }
  }

  /// What reads the bucket has every cluster's labels.
  private func isSidecar(_ store: StoreEndpoint, of cluster: ClusterArrivals) -> Bool {
    store.kind == "sidecar"
      && store.labelSets.contains { cluster.isBorne(by: $0, of: arrivals.labels) }
  }
}
