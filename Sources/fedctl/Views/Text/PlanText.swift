import Apply
import Objects
import Operate
import Plan
import Text

/// A plan as text: who is touched, what happens to each object field by field, and the sums.
struct PlanText {
  private let plan: ChangePlan
  private let live: LiveState
  private let purpose: RunPurpose
  private let style: TextStyle
  private let detail: PlanDetail
  private let dangers: [Danger]
  private let usage: [String]

  /// `detail`: how much is told.
  init(_ planned: PlannedRun, style: TextStyle, detail: PlanDetail = PlanDetail()) {
    plan = planned.clusters.plan
    live = planned.clusters.live
    purpose = planned.purpose
    dangers = planned.dangers
    usage = planned.usage.flatMap { UsageCostWords.told($0.cost, $0.clusters) }
    self.style = style
    self.detail = detail
  }

  /// What must not be overlooked, above all else; empty where nothing is of that kind.
  var opening: String {
    let lines = DangerText(dangers, style).lines
    return lines.isEmpty ? "" : (lines + [""]).map { "\($0)\n" }.joined()
  }

  /// Header, a section for each cluster with something to tell, the sums, and once more what must not be
  /// overlooked where that is out of sight by now.
  var text: String {
    let middle = PlanHeader(plan, detail, style).lines + sections() + leftovers()
    let again = middle.count > Self.screen ? DangerText(dangers, style).lines : []
    return (middle + summary() + again).map { "\($0)\n" }.joined()
  }

  /// So many lines between beginning and end are seen at once, on a terminal of 24.
  private static let screen = 12

  /// What is done where, what is alike once, and what the signs mean.
  private func sections() -> [String] {
    let groups = plan.groups(
      hiding: live.secretTexts,
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
    let unknown = plan.clusters.filter(\.isUnknown).map { cluster in
      let line = "  \(cluster.name): \(PlanWords.nothingPlanned(cluster))"
      return cluster.isLeftAlone ? line : style.paint(.problem, line)
    }
    let sum = plan.sum
    let renewed = PlanWords.renewed(sum).map { [$0] } ?? []
    return ["Plan: \(sum.words(purpose))"] + sums() + unknown + renewed + usage
  }

  /// A line for each cluster that was reached; many with the same sum share one, and so do those to which nothing
  /// happens.
  private func sums() -> [String] {
    let sums = plan.sums.map { cluster, sum in
      (cluster: cluster, sum: sum.words(purpose), isUnchanged: sum.isUnchanged)
    }
    guard sums.count > detail.clustersInFull else {
      return sums.map { "  \($0.cluster): \($0.sum)" }
    }
    let unchanged = sums.filter { $0.isUnchanged && purpose == .apply }.map(\.cluster)
    guard unchanged.count > 1 else { return shared(sums.map { ($0.cluster, $0.sum) }) }
    let others = sums.filter { !unchanged.contains($0.cluster) }.map { ($0.cluster, $0.sum) }
    return shared(others) + ["  \(PlanWords.unchanged(unchanged.count))"]
  }

  private func shared(_ sums: [(cluster: String, sum: String)]) -> [String] {
    let shared = Dictionary(grouping: sums, by: \.sum)
    var told: Set<String> = []
    return sums.filter { told.insert($0.sum).inserted }.map { first in
      let clusters = shared[first.sum, default: []].map(\.cluster)
      return "  \(PlanWords.sum(first.sum, clusters))"
    }
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
