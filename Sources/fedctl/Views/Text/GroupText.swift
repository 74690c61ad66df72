import Diagnostics
import Objects
import Plan

/// One section of a plan: a cluster, or clusters that are alike, with what is done with the objects there.
struct GroupText {
  let group: ClusterGroup
  let detail: PlanDetail
  let style: TextStyle

  /// Title, blocks in the order in which they may be applied, and an empty line.
  var lines: [String] { [title] + group.blocks.flatMap(lines) + [""] }

  private var title: String {
    guard group.clusters.count > 1 else { return "\(group.clusters.first ?? ""):" }
    return "\(PlanWords.alike(group.clusters)):"
  }

  /// What happens to which objects, why, what is in the way, and field by field.
  private func lines(_ block: ChangeBlock) -> [String] {
    let each = block.objects.count > 1 ? "\(Count(block.objects.count, "object")): " : ""
    let notes = block.notes.flatMap { SpreadText.lines($0.map(\.words), detail) }
    let obstacles = block.obstacles.flatMap { SpreadText.lines($0.map(\.words), detail) }
    let unready = SpreadText.lines(block.unreadiness.map { PlanWords.notReady($0) }, detail)
    return titles(block)
      + notes.map { "        \(each)\($0)" }
      + unready.map { "        \(each)\($0)" }
      + obstacles.map { style.paint(.problem, "        \(each)\($0)") }
      + (block.changesAlike ? ["      \(PlanWords.onEach)"] : [])
      + block.fields.flatMap { FieldText($0, detail, style).lines }
      + block.handOffs.flatMap(lines)
  }

  /// One line for each object; those of one kind and namespace stand together from three on.
  private func titles(_ block: ChangeBlock) -> [String] {
    let glyph = block.isUnreadable ? "?" : block.action.glyph
    let suffix = block.consequence.map { "  (\($0.words))" } ?? ""
    return ObjectNames(block.objects, detail, limits: !block.action.takesAway).lines.flatMap {
      names in
      Wrapped.lines("  \(glyph) \(names)\(suffix)", indent: "      ")
        .map { style.paint(block.action.paint, $0) }
    }
  }

  /// What crosses from another cluster.
  private func lines(_ handOff: Spread<DisplayedHandOff>) -> [String] {
    SpreadText.lines(handOff.map(\.text), detail).map { "      < \($0)" }
  }
}

extension ChangeBlock {
  /// Whether the fields that follow are those of several objects.
  fileprivate var changesAlike: Bool { objects.count > 1 && !(fields.isEmpty && handOffs.isEmpty) }
}

extension DisplayedHandOff {
  /// A long value is told where the field is; here it matters where it comes from.
  fileprivate var text: String {
    value.count > 80 ? "\(path) from \(source.words)" : "\(path): \(value) from \(source.words)"
  }
}

extension Action {
  /// Whether something is gone afterwards; then all of it is named.
  fileprivate var takesAway: Bool {
    switch self {
    case .delete, .replace, .release: true
    case .create, .adopt, .update, .none: false
    }
  }
}
