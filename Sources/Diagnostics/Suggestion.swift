/// The known word that a mistyped one most likely means.
package enum Suggestion {
  /// The nearest candidate within a third of the word's length, the first of equals; else nil.
  package static func nearest(to word: String, among candidates: [String]) -> String? {
    let limit = max(1, word.count / 3)
    // A word that is much longer or shorter is out of reach, and comparing it could take for ever.
    let reachable = candidates.filter { abs($0.count - word.count) <= limit }
    let rated = reachable.map { (candidate: $0, distance: distance(word, $0)) }
    return rated.filter { $0.distance <= limit }.min { $0.distance < $1.distance }?.candidate
  }

  /// Insertions, deletions, replacements and swaps of neighbours, without regard to case.
  static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left.lowercased())
    let right = Array(right.lowercased())
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var best = min(current[column] + 1, last[column + 1] + 1)
        best = min(best, last[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], other == left[row - 1] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
