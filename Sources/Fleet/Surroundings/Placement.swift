package import JSON

/// Which nodes pods run on; what is absent is left to Kubernetes.
package struct Placement: Hashable, Sendable {
  /// Labels that a node must have; empty for any node.
  package var nodeSelector: [String: String] = [:]
  /// Kubernetes tolerations, as the API has them.
  package var tolerations: [JSON] = []
  /// Which nodes and neighbours they want and shun, as the API has it.
  package var affinity: JSON? = nil
  /// Who gives way when nodes are full.
  package var priorityClass: String? = nil
}

/// How much it matters that pods of one part are on different nodes.
package enum PodSpread: String, Hashable, Sendable, CaseIterable {
  /// They answer for each other: better a crowded node than a pod that runs nowhere.
  case preferred
  /// A pod that finds no node without one of its kind waits for one.
  case required
  /// Wherever the scheduler puts them.
  case none
}

extension Component {
  /// Which nodes its pods run on.
  package var place: Placement {
    Placement(
      nodeSelector: nodeSelector,
      tolerations: tolerations,
      affinity: affinity,
      priorityClass: priorityClass,
    )
  }
}
