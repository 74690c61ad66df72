/// The ConfigMap that records, on each cluster, what a fleet owns there and which cluster it is.
package enum Inventory {
  /// The same on every cluster and in every fleet: its namespace is the fleet's.
  package static let name = "fedctl-inventory"
  /// The key of `data` that holds the uid of namespace kube-system of the cluster itself.
  package static let clusterKey = "clusterUID"
  /// The key, on managed clusters, that holds the same of their hub.
  package static let hubKey = "hubUID"

  /// The key, on the hub, under which a managed cluster is recorded: `{"context":…,"uid":…}`.
  package static func key(of cluster: String) -> String { "\(clusterPrefix)\(cluster)" }

  /// What keys of managed clusters begin with.
  package static let clusterPrefix = "cluster."
}
