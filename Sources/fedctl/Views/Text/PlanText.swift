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
  /// Whether the fields of objects that are created are told one by one.
  private let showsEveryField: Bool

  /// `showsEveryField` tells the fields of new objects, too.
  init(_ planned: PlannedRun, style: TextStyle, showsEveryField: Bool = false) {
    plan = planned.clusters.plan
    secrets = planned.clusters.live.secretTexts
    purpose = planned.purpose
    self.style = style
    self.showsEveryField = showsEveryField
  }

  /// What stands above all else: clusters that are cleaned up since the file no longer names them.
  var opening: String {
    let clusters = plan.clusters.filter { $0.isLeaving && !$0.isUnknown }.map(\.name)
    guard purpose == .apply, !clusters.isEmpty else { return "" }
    return "\(style.paint(.removal, PlanWords.departing(clusters)))\n\n"
  }

  /// Header, a section for each cluster with something to tell, and the sums.
  var text: String {
    (header() + plan.clusters.flatMap(section) + leftovers() + summary()).map { "\($0)\n" }.joined()
  }

  /// Which clusters, with everything that tells one from another.
  private func header() -> [String] {
    let width = plan.clusters.map(\.name.count).max() ?? 0
    let clusters = plan.clusters.map { cluster in
      let name = cluster.name.padded(to: width)
      let leaving = cluster.isLeaving ? "  (\(PlanWords.leaving))" : ""
      let remembered = cluster.isLeaving ? "  (\(PlanWords.remembered(cluster.name)))" : ""
      return switch cluster.condition {
      case .reached(let identity):
        "  \(name)  context \(identity.context)  \(identity.server)  uid \(identity.uid)\(leaving)"
      case .unknown(let reason):
        style.paint(
          .problem,
          "  \(name)  context \(cluster.context)  UNKNOWN: \(reason.words)\(remembered)",
        )
      }
    }
    let renamed = plan.clusters.compactMap { cluster in
      cluster.formerName.map { "  \(PlanWords.renamed($0, cluster.name))" }
    }
    return ["Fleet \(plan.fleet):"] + clusters + renamed + [""]
  }

  /// One cluster's objects, in the order in which they may be applied.
  private func section(_ cluster: PlannedCluster) -> [String] {
    let changes = plan.changes.filter {
      $0.reference.cluster == cluster.name && ($0.isTold || unreadiness(of: $0) != nil)
    }
    guard !changes.isEmpty else { return [] }
    return ["\(cluster.name):"] + changes.flatMap(lines) + [""]
  }

  /// One object: what happens, why, what is in the way, and field by field.
  private func lines(_ change: Change) -> [String] {
    let shown = change.displayed(hiding: secrets, .words)
    let glyph = change.isUnreadable ? "?" : change.action.glyph
    let title = "  \(glyph) \(change.reference.localDescription)\(change.suffix)"
    return [style.paint(change.action.paint, title)]
      + shown.notes.map { "        \($0.words)" }
      + (unreadiness(of: change).map { ["        \(PlanWords.notReady($0))"] } ?? [])
      + shown.obstacles.map { style.paint(.problem, "        \($0.words)") }
      + fields(of: shown)
      + handOffs(of: shown)
  }

  /// What an apply would wait for, though it leaves the object as it is.
  private func unreadiness(of change: Change) -> ReadinessReason? {
    purpose == .apply ? change.unreadiness : nil
  }

  /// What is set, changed or removed; of a new object only where that was asked for.
  private func fields(of change: DisplayedChange) -> [String] {
    guard change.action != .create || showsEveryField else { return [] }
    return change.fields.flatMap { field -> [String] in
      if !field.lines.isEmpty { return lines(of: field) }
      return switch (field.before, field.after) {
      case (let before?, let after?): ["      ~ \(field.path): \(before) -> \(after)"]
      case (nil, let after?): ["      + \(field.path): \(after)"]
      case (let before?, nil): ["      - \(field.path): \(before)"]
      case (nil, nil): ["      ~ \(field.path)"]
      }
    }
  }

  /// A text of several lines by those that come and go.
  private func lines(of field: DisplayedField) -> [String] {
    ["      ~ \(field.path):"]
      + field.lines.map { line in
        switch line.fate {
        case .kept: "            \(line.text)"
        case .added: style.paint(.addition, "          + \(line.text)")
        case .removed: style.paint(.removal, "          - \(line.text)")
        case .gap: "            …"
        }
      }
  }

  /// What crosses from one cluster to another.
  private func handOffs(of change: DisplayedChange) -> [String] {
    guard change.action != .none else { return [] }
    return change.handOffs.map {
      "      < \($0.path): \($0.value.shortened) from \($0.source.words)"
    }
  }

  /// What to do about what runbooks have left, where it is only told.
  private func leftovers() -> [String] {
    let count = plan.changes.count { $0.action == .none && $0.isLeftover }
    return count > 0 ? [PlanWords.leftovers(count), ""] : []
  }

  /// The sum, cluster by cluster, those that are not known last.
  private func summary() -> [String] {
    guard plan.hasChanges || plan.isIncomplete else {
      let unready = plan.changes.count { unreadiness(of: $0) != nil }
      return [PlanWords.nothingToDo(plan, purpose, unready: unready)]
    }
    let reached = plan.clusters.filter { !$0.isUnknown }
    let perCluster = reached.map { cluster in
      "  \(cluster.name): \(counts(plan.changes.filter { $0.reference.cluster == cluster.name }))"
    }
    let unknown = plan.clusters.filter(\.isUnknown).map {
      style.paint(.problem, "  \($0.name): \(PlanWords.nothingPlanned)")
    }
    return ["Plan: \(counts(plan.changes))"] + perCluster + unknown
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

extension Change {
  /// Whether the plan has anything to say about the object.
  fileprivate var isTold: Bool { action != .none || !notes.isEmpty || !obstacles.isEmpty }

  /// Whether it is not known if the object is there.
  fileprivate var isUnreadable: Bool {
    obstacles.contains { if case .unreadable = $0 { true } else { false } }
  }

  /// What follows on the object's name.
  fileprivate var suffix: String { remark.map { "  (\($0))" } ?? "" }
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
    case .release: "<"
    case .none: "="
    }
  }

  /// The colour of the sign, which only repeats it.
  fileprivate var paint: TextStyle.Paint {
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

  /// Long values, as certificates, are told by their beginning.
  fileprivate var shortened: String {
    count > 80 ? "\(prefix(60))… (\(count) characters)" : self
  }
}
