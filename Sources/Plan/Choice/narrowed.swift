import Graph
package import Objects

/// What a plan leaves out since it was not asked for.
package struct LeftOut: Hashable, Sendable {
  /// The objects with which something would be done, in the order of the plan.
  package let objects: [ObjectReference]

  /// On how many clusters these are.
  package var clusters: Int { Set(objects.map(\.cluster)).count }
}

extension ChangePlan {
  /// The part of the plan that was chosen, with what that needs first and what on the hub takes from it.
  ///
  /// Nothing is done on a cluster that was not chosen, and nothing is deleted but what was: where something
  /// that was chosen would need that, it is left out as well.
  package func narrowed(to selection: Selection) -> ChangePlan {
    guard !selection.isWhole, let hub = clusters.first?.name else { return self }
    let part = PlanPart(self, selection, hub: hub)
    let told = part.members
    var plan = self
    plan.changes = changes.filter { change in
      change.action == .none ? part.isNear(change) : told.contains(change.reference)
    }
    let omitted = changes.filter { $0.action != .none && !told.contains($0.reference) }
    plan.leftOut = LeftOut(objects: omitted.map(\.reference))
    let near = Set(plan.changes.map(\.reference.cluster)).union(selection.clusters + [hub])
    plan.clusters = clusters.filter { near.contains($0.name) }
    return plan
  }

  /// Whether anything of the plan, changed or not, is what was asked for.
  package func knows(_ choice: ObjectChoice) -> Bool {
    changes.contains { choice.matches($0.reference) }
  }
}

/// Finds out what belongs to a part of a plan.
private struct PlanPart {
  private let graph: Graph<ObjectReference>
  private let changes: [ObjectReference: Change]
  private let selection: Selection
  private let hub: String

  init(_ plan: ChangePlan, _ selection: Selection, hub: String) {
    graph = plan.graph
    changes = Dictionary(plan.changes.map { ($0.reference, $0) }) { first, _ in first }
    self.selection = selection
    self.hub = hub
  }

  /// Everything that is done.
  var members: Set<ObjectReference> {
    let chosen = Set(changes.values.filter { isChosen($0) }.map(\.reference))
    let clusters = Set(selection.clusters).union(chosen.map(\.cluster)).union([hub])
    let consumers = changes.values.filter { servesChosen($0) }.map(\.reference)
    return (Array(chosen) + consumers).reduce(into: []) { members, object in
      let needed = self.needed(by: object)
      if needed.allSatisfy({ chosen.contains($0) || mayFollow($0, clusters) }) {
        members.formUnion(needed)
      }
    }
  }

  /// Whether an object that stays as it is has to do with what was chosen.
  func isNear(_ change: Change) -> Bool {
    selection.covers(change.reference, of: change.beneficiary)
  }

  private func isChosen(_ change: Change) -> Bool { change.action != .none && isNear(change) }

  /// What the hub does with what a chosen cluster produces, what it lacks, and what it records of clusters:
  /// without these the cluster is no part of the fleet, or is one still.
  private func servesChosen(_ change: Change) -> Bool {
    guard change.action != .none, change.reference.cluster == hub, selection.objects.isEmpty else {
      return false
    }
    let isRecord = change.reference.kind == .configMap && change.reference.name == Inventory.name
    if isRecord || change.action == .create && change.beneficiary == hub { return true }
    let sources = change.desired?.manifest.bindings.flatMap(\.values).flatMap(\.handOffs) ?? []
    return sources.contains { selection.clusters.contains($0.producer.cluster) }
  }

  /// Whether something may be done since something chosen needs it.
  private func mayFollow(_ object: ObjectReference, _ clusters: Set<String>) -> Bool {
    guard let change = changes[object], !change.isDeparture else { return false }
    return selection.clusters.isEmpty
      || clusters.contains(object.cluster) && clusters.contains(change.beneficiary)
  }

  /// The object and what must be done before it; what stays as it is needs nothing.
  private func needed(by object: ObjectReference) -> Set<ObjectReference> {
    var found: Set = [object]
    var open = [object]
    while let next = open.popLast() {
      for prerequisite in graph.prerequisites(of: next)
      where (changes[prerequisite]?.action ?? .none) != .none {
        if found.insert(prerequisite).inserted { open.append(prerequisite) }
      }
    }
    return found
  }
}

extension Change {
  /// The cluster that the object is for: what the hub keeps for a cluster is that cluster's.
  fileprivate var beneficiary: String {
    let label = (desired?.body ?? live)?.metadata.label(WellKnown.managedCluster)
    return label ?? reference.cluster
  }
}
