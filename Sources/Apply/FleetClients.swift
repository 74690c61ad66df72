import Facts
package import Kubernetes
package import Plan

/// The way to each cluster of the fleet, or why there is none.
package struct FleetClients: Sendable {
  /// How one cluster is reached.
  package enum Way: Sendable {
    case open(KubernetesClient)
    /// The kubeconfig does not lead there, or leads elsewhere than it should.
    case closed(context: String, UnknownCluster)
  }

  /// The hub's name in the fleet.
  package let hub: String
  /// By the cluster's name in the fleet.
  package private(set) var ways: [String: Way]
  /// How many clusters are looked at at once.
  let maximumParallel: Int

  package init(hub: String, ways: [String: Way], maximumParallel: Int = 64) {
    self.hub = hub
    self.ways = ways
    self.maximumParallel = maximumParallel
  }

  /// The client of a cluster; nil where the way is closed, or nobody knows one.
  package subscript(cluster: String) -> KubernetesClient? {
    guard case .open(let client) = ways[cluster] else { return nil }
    return client
  }

  /// Adds the way to a cluster that was learnt of by looking.
  mutating func add(_ cluster: String, _ way: Way) { ways[cluster] = way }

  /// The same ways, on which nothing is changed once `mayWrite` says no.
  func fenced(_ mayWrite: @escaping @Sendable () -> Bool) -> FleetClients {
    let fenced = ways.mapValues { way -> Way in
      guard case .open(let client) = way else { return way }
      return .open(client.fenced(mayWrite))
    }
    return FleetClients(hub: hub, ways: fenced, maximumParallel: maximumParallel)
  }

  /// How many requests to a cluster are begun at once where much is asked of every cluster.
  ///
  /// All clusters together have twice as many places as clusters are looked at: of many clusters each takes two at a
  /// time, over as few connections, and of few each as many as its client allows; so does the hub, which has most of
  /// the objects.
  func atOnce(on cluster: String) -> Int {
    guard let client = self[cluster] else { return 1 }
    guard cluster != hub else { return client.maximumInFlight }
    let share = 2 * maximumParallel / max(1, min(ways.count, maximumParallel))
    return min(client.maximumInFlight, max(2, share))
  }

  /// The context of a cluster; empty where there is none.
  func context(of cluster: String) -> String {
    switch ways[cluster] {
    case .open(let client): client.context
    case .closed(let context, _): context
    case nil: ""
    }
  }
}
