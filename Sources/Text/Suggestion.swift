/// The known word that a mistyped one most likely means.
package enum Suggestion {
  /// The nearest candidate within a third of the word's length, the first of equals; else nil.
  package static func nearest(to word: String, among candidates: [String]) -> String? {
    let limit = max(1, word.count / 3)
    // A word that is much longer or shorter is out of reach, and comparing it could take for ever.
    let reachable = candidates.filter { abs($0.count - word.count) <= limit }
    let rated = reachable.map { (candidate: $0, distance: editDistance(word, $0)) }
    return rated.filter { $0.distance <= limit }.min { $0.distance < $1.distance }?.candidate
  }
}
