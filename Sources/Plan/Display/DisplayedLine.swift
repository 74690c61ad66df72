/// A line of a text that changes, with what becomes of it.
package struct DisplayedLine: Hashable, Sendable {
  /// What becomes of a line.
  package enum Fate: Hashable, Sendable {
    /// It stays, and stands near one that does not.
    case kept
    case added
    case removed
    /// Lines that stay are left out here.
    case gap
  }

  /// What becomes of it.
  package let fate: Fate
  /// Without its end; empty where lines are left out.
  package let text: String

  /// So many lines before and after a change are told with it.
  private static let context = 3

  /// The lines that come and go, each with a few around it.
  static func lines(from before: String, to after: String) -> [DisplayedLine] {
    let all = merged(before.lines, after.lines)
    let changed = all.indices.filter { all[$0].fate != .kept }
    let told = Set(changed.flatMap { $0 - context...$0 + context })
    return all.indices.reduce(into: []) { lines, place in
      if told.contains(place) {
        lines.append(all[place])
      } else if lines.last?.fate != .gap {
        lines.append(DisplayedLine(fate: .gap, text: ""))
      }
    }
  }

  /// Every line of both texts in order, what goes before what comes.
  private static func merged(_ before: [Substring], _ after: [Substring]) -> [DisplayedLine] {
    let difference = after.difference(from: before) { $0.utf8.elementsEqual($1.utf8) }
    let removed = Set(difference.removals.map(\.place))
    let inserted = Set(difference.insertions.map(\.place))
    var lines: [DisplayedLine] = []
    var (old, new) = (0, 0)
    while old < before.count || new < after.count {
      if removed.contains(old), old < before.count {
        lines.append(DisplayedLine(fate: .removed, text: String(before[old])))
        old += 1
      } else if inserted.contains(new), new < after.count {
        lines.append(DisplayedLine(fate: .added, text: String(after[new])))
        new += 1
      } else {
        lines.append(DisplayedLine(fate: .kept, text: String(before[old])))
        (old, new) = (old + 1, new + 1)
      }
    }
    return lines
  }
}

extension CollectionDifference.Change {
  /// The offset in the text that the line comes to or goes from.
  fileprivate var place: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}

extension String {
  /// Without an empty one at the end.
  ///
  /// To Swift `\r\n` is one character, and no end of a line.
  fileprivate var lines: [Substring] {
    let all = unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(
      Substring.init
    )
    return all.last?.isEmpty == true ? Array(all.dropLast()) : all
  }
}
