package import Kubernetes

/// The way to each cluster of the fleet, or why there is none.
package struct FleetClients: Sendable {
  package enum Way: Sendable {
    case open(KubernetesClient)
    /// The kubeconfig does not lead there: the context, and the reason.
    case closed(context: String, reason: String)
  }

  package let hub: String
  /// By the cluster's name in the fleet.
  package private(set) var ways: [String: Way]

  package init(hub: String, ways: [String: Way]) {
    self.hub = hub
    self.ways = ways
  }

  package subscript(cluster: String) -> KubernetesClient? {
    guard case .open(let client) = ways[cluster] else { return nil }
    return client
  }

  mutating func add(_ cluster: String, _ way: Way) { ways[cluster] = way }

  func context(of cluster: String) -> String {
    switch ways[cluster] {
    case .open(let client): client.context
    case .closed(let context, _): context
    case nil: ""
    }
  }
}
