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

  /// The context of a cluster; empty where there is none.
  func context(of cluster: String) -> String {
    switch ways[cluster] {
    case .open(let client): client.context
    case .closed(let context, _): context
    case nil: ""
    }
  }
}
