/// The lines that differ between two texts, with three lines around each change, as `diff -u`.
package func unifiedDifference(from old: String, to new: String) -> String {
  let lines = markedLines(from: old.lines, to: new.lines)
  let changed = lines.indices.filter { !lines[$0].hasPrefix(" ") }
  let shown = Set(changed.flatMap { $0 - 3...$0 + 3 })
  var output: [String] = []
  var isInGap = false
  for (place, line) in lines.enumerated() {
    if shown.contains(place) {
      if isInGap { output.append("@@") }
      output.append(line)
    }
    isInGap = !shown.contains(place)
  }
  return output.joined(separator: "\n")
}

/// Every line of both texts, marked as removed, added or kept.
private func markedLines(from old: [Substring], to new: [Substring]) -> [String] {
  let difference = new.difference(from: old)
  let removed = Set(difference.removals.map(\.offset))
  let inserted = Set(difference.insertions.map(\.offset))
  var lines: [String] = []
  var next = 0
  for (place, line) in old.enumerated() {
    if removed.contains(place) {
      lines.append("-\(line)")
      continue
    }
    while inserted.contains(next) {
      lines.append("+\(new[next])")
      next += 1
    }
    lines.append(" \(line)")
    next += 1
  }
  return lines + new[next...].map { "+\($0)" }
}

extension CollectionDifference.Change {
  fileprivate var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}

extension String {
  fileprivate var lines: [Substring] { split(separator: "\n", omittingEmptySubsequences: false) }
}
