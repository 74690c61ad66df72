import Objects

/// What a plan comes to: how much is done, and on how many clusters.
package struct PlanSum: Hashable, Sendable {
  /// The fleet's name.
  package let fleet: String
  /// How many objects each action is for, without those that cannot be read; none for an action without any.
  package let counts: [Action: Int]
  /// How many objects cannot be read, so that it is not known if they are there.
  package let unreadable: Int
  /// Of how many workloads the pods are replaced.
  package let renewedWorkloads: Int
  /// On how many clusters something is done.
  package let touched: Int
  /// How many clusters the plan is about, those included that are not known.
  package let clusters: Int

  /// Counts whatever the changes do.
  init(fleet: String, of changes: [Change], clusters: Int) {
    self.fleet = fleet
    self.clusters = clusters
    let readable = changes.filter { !$0.isUnreadable }
    counts = readable.reduce(into: [:]) { $0[$1.action, default: 0] += 1 }
    unreadable = changes.count - readable.count
    renewedWorkloads = changes.count { $0.consequence?.replacesPods == true }
    touched = Set(changes.filter { $0.action != .none }.map(\.reference.cluster)).count
  }
}

extension PlanSum {
  /// Whether nothing is done with any object, and each can be read.
  package var isUnchanged: Bool { touched == 0 && unreadable == 0 }
}

extension ChangePlan {
  /// Of the whole plan.
  package var sum: PlanSum { PlanSum(fleet: fleet, of: changes, clusters: clusters.count) }

  /// Of each cluster that is known, in the plan's order.
  package var sums: [(cluster: String, sum: PlanSum)] {
    let byCluster = Dictionary(grouping: changes, by: \.reference.cluster)
    return clusters.filter { !$0.isUnknown }.map { cluster in
      let changes = byCluster[cluster.name] ?? []
      return (cluster.name, PlanSum(fleet: fleet, of: changes, clusters: 1))
    }
  }
}
