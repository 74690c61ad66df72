import Graph
import Objects

/// How an apply goes from cluster to cluster, where it does not go to all at once.
package struct Rollout: Hashable, Sendable {
  /// So many clusters come first, and all others only when these are ready; nil where none do.
  package var canary: Int?
  /// So many clusters, at most, are changed at once; nil for all.
  package var batch: Int?

  package init(canary: Int? = nil, batch: Int? = nil) {
    self.canary = canary
    self.batch = batch
  }

  /// The clusters in the waves in which they are changed.
  func waves(of clusters: [String]) -> [[String]] {
    let first = canary.map { Array(clusters.prefix($0)) } ?? []
    let others = clusters.dropFirst(first.count)
    let size = batch ?? max(1, others.count)
    let starts = stride(from: others.startIndex, to: others.endIndex, by: size)
    let rest = starts.map { Array(others[$0..<min($0 + size, others.endIndex)]) }
    return (first.isEmpty ? [] : [first]) + rest
  }
}

extension ChangePlan {
  /// The clusters that something is done on in the waves of a rollout, in the plan's order.
  ///
  /// The hub, without which no cluster has anybody to write to, and clusters that leave are in none.
  package func waves(of rollout: Rollout) -> [[String]] {
    let changed = Set(changes.filter { $0.action != .none }.map(\.reference.cluster))
    let managed = clusters.dropFirst().filter { !$0.isLeaving && changed.contains($0.name) }
    return rollout.waves(of: managed.map(\.name))
  }

  /// The same plan, in which each wave waits until the one before is done and ready.
  ///
  /// What fails in one wave stops all that come after it.
  ///
  /// - Throws: where a cluster of an early wave needs something of a later one.
  package func staged(_ rollout: Rollout) throws(DependencyCycle) -> ChangePlan {
    let byCluster = Dictionary(grouping: changes, by: \.reference.cluster)
    let waves = waves(of: rollout).map { clusters in clusters.flatMap { byCluster[$0] ?? [] } }
    var staged = graph
    for (former, next) in zip(waves, waves.dropFirst()) {
      for gate in former where gate.action != .none || gate.unreadiness != nil {
        for change in next where change.action != .none {
          staged.addEdge(from: gate.reference, to: change.reference)
        }
      }
    }
    var plan = self
    plan.graph = staged
    guard let order = staged.order() else { throw DependencyCycle(objects: staged.cycle() ?? []) }
    let places = Dictionary(order.enumerated().map { ($1, $0) }) { first, _ in first }
    plan.changes.sort { places[$0.reference, default: 0] < places[$1.reference, default: 0] }
    return plan
  }
}
