import Facts
import JSON
import Objects

/// That a plan deletes more than anybody deletes by the way, as after a list of clusters was cut short.
package struct MassRemoval: Hashable, Sendable, Fact {
  /// How many objects the plan deletes.
  package let deletions: Int
  /// How many objects of the fleet there are now.
  package let owned: Int
  /// The clusters that lose something, sorted: what the hub keeps for a cluster counts as that cluster's.
  package let clusters: [String]

  /// The codes of this topic.
  package enum Code: String, FactCode {
    /// A plan deletes more than the general leave covers.
    case massRemoval = "plan.mass-removal"
  }

  package var code: Code { .massRemoval }
}

extension ChangePlan {
  /// What the plan deletes, where that is more than `maximum`, or without one more than a quarter of what
  /// the fleet owns and not one cluster's alone.
  ///
  /// A cluster that is taken out of a small fleet is nothing that anybody must be warned of; nor is what a runbook has
  /// left over, which is no fleet's and goes by its name because somebody asked for that.
  package func massRemoval(over maximum: Int?) -> MassRemoval? {
    let losers = changes.filter { $0.action == .delete && !$0.isLeftover }.map(\.loser)
    let owned = changes.count { $0.live.flatMap(LiveState.owner) == fleet }
    let isMuch = maximum.map { losers.count > $0 } ?? isMuch(losers, of: owned)
    guard isMuch else { return nil }
    return MassRemoval(
      deletions: losers.count,
      owned: owned,
      clusters: Set(losers).sorted(),
    )
  }

  /// `losers` has one entry for each deletion.
  ///
  /// The hub shrinks and grows by itself, and counts where it
  /// alone loses half of everything.
  private func isMuch(_ losers: [String], of owned: Int) -> Bool {
    let hub = clusters.first?.name
    let ofHub = losers.count { $0 == hub }
    return losers.count * 4 > owned
      && (Set(losers).subtracting([hub].compactMap(\.self)).count > 1 || ofHub * 2 > owned)
  }
}

extension Change {
  /// Whose the object is: what the hub keeps for a cluster is that cluster's.
  var loser: String {
    live?.metadata.label(WellKnown.managedCluster) ?? reference.cluster
  }
}
