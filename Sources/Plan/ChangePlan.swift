package import Graph
package import Objects

/// Everything that apply would do, in the order in which it may be done.
///
/// Data alone: it can be shown, compared and kept without any cluster.
package struct ChangePlan: Sendable {
  /// The fleet's name.
  package let fleet: String
  /// In the order of the fleet file, the hub first and those that leave last.
  package internal(set) var clusters: [PlannedCluster]
  /// Every object of the fleet, the unchanged ones too, after those that it depends on.
  package internal(set) var changes: [Change]
  /// What must be done before what, over all clusters.
  package internal(set) var graph: Graph<ObjectReference>
  /// What is left out since only a part was asked for; nil for a whole plan.
  package internal(set) var leftOut: LeftOut?

  /// Puts changes into the order that their graph asks for.
  init(
    fleet: String,
    clusters: [PlannedCluster],
    ordering changes: [Change],
    by graph: Graph<ObjectReference>,
  ) throws(DependencyCycle) {
    guard let order = graph.order() else { throw DependencyCycle(objects: graph.cycle() ?? []) }
    let places = Dictionary(
      changes.enumerated().map { ($0.element.reference, $0.offset) },
      uniquingKeysWith: { $1 },
    )
    self.fleet = fleet
    self.clusters = clusters
    self.changes = order.compactMap { places[$0].map { changes[$0] } }
    self.graph = graph
  }

  /// Whether applying would change anything.
  package var hasChanges: Bool { changes.contains { $0.action != .none } }

  /// Whether a cluster or an object could not be looked at or must not be touched, though nobody wants it so.
  package var isIncomplete: Bool {
    clusters.contains { $0.isUnknown && !$0.isLeftAlone } || !blocked.isEmpty
  }

  /// What must be mended before it can be applied; what waits for a cluster that is left alone is not among it.
  package var blocked: [Change] {
    let away = Set(clusters.filter(\.isLeftAlone).map(\.name))
    return changes.filter { change in
      change.obstacles.contains { obstacle in
        guard case .unavailable(let cluster) = obstacle else { return true }
        return !away.contains(cluster)
      }
    }
  }

  /// What is done with an object; nil where the plan does not know it.
  package subscript(reference: ObjectReference) -> Change? {
    changes.first { $0.reference == reference }
  }
}

/// A cluster as the plan's header names it.
package struct PlannedCluster: Hashable, Sendable {
  /// What the last look at it has found.
  package enum Condition: Hashable, Sendable {
    case reached(ClusterIdentity)
    /// Nothing is planned there.
    case unknown(UnknownCluster)
  }

  /// The cluster's name in the fleet.
  package let name: String
  /// The kubeconfig's context that leads, or should lead, there.
  package let context: String
  /// Whether it was reached, and as which cluster.
  package let condition: Condition
  /// Whether the fleet file no longer has it.
  package let isLeaving: Bool
  /// What the fleet file called it when it was applied last; nil where its name has not changed.
  package let formerName: String?

  package init(
    name: String,
    context: String,
    condition: Condition,
    isLeaving: Bool,
    formerName: String? = nil,
  ) {
    self.formerName = formerName
    self.name = name
    self.context = context
    self.condition = condition
    self.isLeaving = isLeaving
  }

  /// Whether nothing can be said of it, so that nothing is planned there.
  package var isUnknown: Bool {
    if case .unknown = condition { true } else { false }
  }

  /// Whether nothing is planned there because somebody wants it so.
  package var isLeftAlone: Bool {
    if case .unknown(let reason) = condition { reason.isWanted } else { false }
  }
}
