import Plan

extension FleetLook {
  /// The clusters of the fleet file that the hub knows under a name which the file no longer has.
  ///
  /// What tells a cluster is its uid: neither its name in the file nor that of its context.
  func formerNames(
    of clusters: [String: LiveCluster],
    in records: [ClusterRecord],
  ) -> [String: String] {
    let recorded = Set(records.map(\.name))
    var gone: [String: String] = [:]
    for record in records where clusters[record.name] == nil { gone[record.uid] = record.name }
    return clusters.reduce(into: [:]) { names, cluster in
      guard case .reached(let snapshot) = cluster.value, !recorded.contains(cluster.key) else {
        return
      }
      names[cluster.key] = gone[snapshot.identity.uid]
    }
  }
}
