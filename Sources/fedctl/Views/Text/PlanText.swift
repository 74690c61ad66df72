import Apply
import Objects
import Operate
import Plan
import Text

/// A plan as text: who is touched, what happens to each object field by field, and the sums.
struct PlanText {
  private let plan: ChangePlan
  private let secrets: SecretTexts
  private let purpose: RunPurpose
  private let style: TextStyle
  private let detail: PlanDetail

  /// `detail`: how much is told.
  init(_ planned: PlannedRun, style: TextStyle, detail: PlanDetail = PlanDetail()) {
    plan = planned.clusters.plan
    secrets = planned.clusters.live.secretTexts
    purpose = planned.purpose
    self.style = style
    self.detail = detail
  }

  /// What stands above all else: clusters that are cleaned up since the file no longer names them.
  var opening: String {
    let clusters = plan.clusters.filter { $0.isLeaving && !$0.isUnknown }.map(\.name)
    guard purpose == .apply, !clusters.isEmpty else { return "" }
    return "\(style.paint(.removal, PlanWords.departing(clusters)))\n\n"
  }

  /// Header, a section for each cluster with something to tell, and the sums.
  var text: String {
    (PlanHeader(plan, detail, style).lines + sections() + leftovers() + summary()).map { "\($0)\n" }
      .joined()
  }

  /// What is done where, what is alike once, and what the signs mean.
  private func sections() -> [String] {
    let groups = plan.groups(
      hiding: secrets,
      .words,
      tellsNewFields: detail.tellsNewFields,
      folds: detail.folds,
      tellsUnready: purpose == .apply,
    )
    guard !groups.isEmpty else { return [] }
    return groups.flatMap { GroupText(group: $0, detail: detail, style: style).lines }
      + [legend(of: groups.flatMap(\.blocks))]
  }

  /// Only the signs that stand in this plan.
  private func legend(of blocks: [ChangeBlock]) -> String {
    let used = Set(blocks.filter { !$0.isUnreadable }.map(\.action))
    return PlanWords.legend(
      Action.allCases.filter(used.contains),
      handsOver: blocks.contains { !$0.handOffs.isEmpty },
      leavesOpen: blocks.contains(where: \.isUnreadable),
    )
  }

  /// What an apply would wait for, though it leaves the object as it is.
  private func unreadiness(of change: Change) -> ReadinessReason? {
    purpose == .apply ? change.unreadiness : nil
  }

  /// What to do about what runbooks have left, where it is only told.
  private func leftovers() -> [String] {
    let count = plan.changes.count { $0.action == .none && $0.isLeftover }
    return count > 0 ? [PlanWords.leftovers(count), ""] : []
  }

  /// The sum, and the same cluster by cluster, those that are not known last.
  private func summary() -> [String] {
    guard plan.hasChanges || plan.isIncomplete else {
      let unready = plan.changes.count { unreadiness(of: $0) != nil }
      return [PlanWords.nothingToDo(plan, purpose, unready: unready)]
    }
    let unknown = plan.clusters.filter(\.isUnknown).map {
      style.paint(.problem, "  \($0.name): \(PlanWords.nothingPlanned)")
    }
    return ["Plan: \(counts(plan.changes))"] + sums() + unknown
  }

  /// A line for each cluster that was reached; many with the same sum share one.
  private func sums() -> [String] {
    let byCluster = Dictionary(grouping: plan.changes, by: \.reference.cluster)
    let sums = plan.clusters.filter { !$0.isUnknown }.map { cluster in
      (cluster: cluster.name, sum: counts(byCluster[cluster.name] ?? []))
    }
    guard sums.count > detail.clustersInFull else {
      return sums.map { "  \($0.cluster): \($0.sum)" }
    }
    let shared = Dictionary(grouping: sums, by: \.sum)
    var told: Set<String> = []
    return sums.filter { told.insert($0.sum).inserted }.map { first in
      let clusters = shared[first.sum, default: []].map(\.cluster)
      return "  \(PlanWords.sum(first.sum, clusters))"
    }
  }

  /// `2 to create, 1 to update, 17 unchanged`.
  private func counts(_ changes: [Change]) -> String {
    let parts = Action.allCases.compactMap { action -> String? in
      let count = changes.count { $0.action == action && !$0.isUnreadable }
      guard count > 0 else { return nil }
      return action == .none ? "\(count) \(PlanWords.left(purpose))" : "\(count) to \(action.verb)"
    }
    let unreadable = changes.count(where: \.isUnreadable)
    let all = parts + (unreadable > 0 ? ["\(unreadable) \(PlanWords.unreadable)"] : [])
    return all.isEmpty ? "nothing" : all.joined(separator: ", ")
  }
}

extension Action {
  /// The sign that stands before an object; the help tells them all.
  var glyph: String {
    switch self {
    case .create: "+"
    case .adopt: "@"
    case .update: "~"
    case .replace: "-/+"
    case .delete: "-"
    case .release: ">"
    case .none: "="
    }
  }

  /// The colour of the sign, which only repeats it.
  var paint: TextStyle.Paint {
    switch self {
    case .create: .addition
    case .adopt, .update, .release: .modification
    case .replace, .delete: .removal
    case .none: .plain
    }
  }
}

extension String {
  /// With spaces behind it, so that columns stand below each other.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
