import Kubernetes
package import Objects
package import Plan

/// How far a fleet is what it should be, object by object.
package struct FleetStatus: Sendable {
  package enum Cluster: Sendable {
    case reached([(object: ObjectReference, readiness: Readiness)])
    case unknown(reason: String)
  }

  /// By the cluster's name in the fleet; objects in the order in which they were rendered.
  package let clusters: [String: Cluster]

  /// The status of the objects that a fleet wants, in the state that a look has found.
  package init(_ wanted: [ObjectReference], in live: LiveState) {
    clusters = live.clusters.reduce(into: [:]) { clusters, entry in
      switch entry.value {
      case .unknown(let reason): clusters[entry.key] = .unknown(reason: reason)
      case .reached(let snapshot):
        let objects = wanted.filter { $0.cluster == entry.key }
        clusters[entry.key] = .reached(objects.map { ($0, Self.readiness(of: $0, in: snapshot)) })
      }
    }
  }

  private static func readiness(
    of object: ObjectReference,
    in snapshot: ClusterSnapshot,
  ) -> Readiness {
    if snapshot.objects[object] == nil, let reason = snapshot.unreadable[object.kind] {
      return .failed(.unreadable(reason))
    }
    return Readiness.of(snapshot.objects[object], kind: object.kind)
  }

  package var isReady: Bool {
    clusters.values.allSatisfy { cluster in
      guard case .reached(let objects) = cluster else { return false }
      return objects.allSatisfy(\.readiness.isReady)
    }
  }
}
