package import Fleet
package import Objects

/// Every object that a fleet needs, on every cluster.
package struct Rendering: Hashable, Sendable {
  /// The hub's first, then those of the managed clusters in the order of the fleet file; no two
  /// have one reference.
  package let manifests: [Manifest]
  /// What is doubtful about the file's patches, all of which could be applied.
  package var doubts: [FleetProblem] = []

  /// The objects of one cluster, by its name in the fleet.
  package func manifests(on cluster: String) -> [Manifest] {
    manifests.filter { $0.reference.cluster == cluster }
  }
}
