/// Lists of words inside a sentence.
package enum Sentence {
  /// Alternatives, as `` `a`, `b` or `c` ``.
  package static func or(_ words: [String]) -> String { list(words, joinedBy: "or") }

  /// All of them, as `` `a`, `b` and `c` ``.
  package static func and(_ words: [String]) -> String { list(words, joinedBy: "and") }

  /// The first few as they are, and how many more there are.
  package static func some(_ words: [String], atMost limit: Int = 5) -> String {
    let more = words.count > limit ? " and \(words.count - limit) more" : ""
    return words.prefix(limit).joined(separator: ", ") + more
  }

  /// What stands at the beginning of a sentence, with the rest as it is.
  package static func capitalized(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst()
  }

  private static func list(_ words: [String], joinedBy conjunction: String) -> String {
    let ticked = words.map { "`\($0)`" }
    guard let last = ticked.last, ticked.count > 1 else { return ticked.first ?? "" }
    return "\(ticked.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
  }
}
