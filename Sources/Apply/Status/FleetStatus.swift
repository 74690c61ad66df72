import Facts
package import Objects
package import Plan

/// How far a fleet is what it should be, object by object.
package struct FleetStatus: Hashable, Sendable {
  /// What is known of one cluster's objects.
  package enum Cluster: Hashable, Sendable {
    case reached([ObjectStatus])
    case unknown(UnknownCluster)
  }

  /// By the cluster's name in the fleet; objects in the order in which they were rendered.
  package let clusters: [String: Cluster]

  /// The status of the objects that a fleet wants, in the state that a look has found.
  ///
  /// - `chosen`: the clusters that it is of; none are all.
  package init(_ wanted: [ObjectReference], in live: LiveState, of chosen: [String] = []) {
    let wanted = Dictionary(grouping: wanted, by: \.cluster)
    clusters = live.clusters.reduce(into: [:]) { clusters, entry in
      guard chosen.isEmpty || chosen.contains(entry.key) else { return }
      switch entry.value {
      case .unknown(let reason): clusters[entry.key] = .unknown(reason)
      case .reached(let snapshot):
        let objects = wanted[entry.key] ?? []
        clusters[entry.key] = .reached(objects.map { ObjectStatus($0, in: snapshot) })
      }
    }
  }

  /// Whether every cluster was reached that is not left alone, and everything that is wanted there is ready.
  package var isReady: Bool {
    clusters.values.allSatisfy { cluster in
      switch cluster {
      case .reached(let objects): objects.allSatisfy(\.readiness.isReady)
      case .unknown(let reason): reason.isWanted
      }
    }
  }
}

/// How one object of a fleet is.
package struct ObjectStatus: Hashable, Sendable {
  /// Which object, on which cluster.
  package let object: ObjectReference
  /// Failed, too, where its kind may not be read: nobody can tell how it is.
  package let readiness: Readiness

  init(_ object: ObjectReference, in snapshot: ClusterSnapshot) {
    self.object = object
    if snapshot.objects[object] == nil, let status = snapshot.unreadable[object.kind] {
      readiness = .failed(.unreadable(status))
    } else {
      readiness = Readiness.of(snapshot.objects[object], kind: object.kind)
    }
  }
}
