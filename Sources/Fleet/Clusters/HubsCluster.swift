/// A hub may be monitored as the other clusters are: by a cluster of the file that says to be the hub.
///
/// Such a cluster has a name, labels and settings as every other, and writes to the hub, or is read by it, the same
/// way. Its objects stand on the hub, in the hub's one inventory: there is one place, one lease and one identity.
extension Fleet {
  /// The hub, as a cluster that is monitored; nil for one that is not.
  package var hubsCluster: ManagedCluster? { clusters.first(where: \.isOnHub) }

  /// The clusters that are others than the hub, in the order of the file.
  package var remoteClusters: [ManagedCluster] { clusters.filter { !$0.isOnHub } }

  /// Where the objects of a cluster are, as plans name it: the hub's name for the cluster that is the hub.
  package func place(of cluster: String) -> String {
    cluster == hubsCluster?.name ? hub.name : cluster
  }
}

extension Section {
  /// Whether a cluster of the file says to be the hub.
  var isOnHub: Bool { (try? flag("onHub")) ?? false }
}
