import JSON

/// A label selector in its text form: `a=b,c!=d,e in (f,g),!h`.
struct LabelSelector: Sendable {
  /// One of the terms, all of which must hold.
  private enum Requirement: Sendable {
    case isIn(String, [String])
    case isNotIn(String, [String])
    case exists(String)
    case isAbsent(String)
  }

  private let requirements: [Requirement]

  /// Reads a selector; throws a 400 where it is none.
  init(_ text: String) throws(APIStatus) {
    var requirements: [Requirement] = []
    for part in Self.parts(text) { requirements.append(try Self.requirement(part)) }
    self.requirements = requirements
  }

  /// Whether all requirements hold for the labels of an object.
  func matches(_ object: JSON) -> Bool {
    let labels = object.metadata["labels"]
    return requirements.allSatisfy { requirement in
      switch requirement {
      case .isIn(let key, let values): values.contains { labels?[key]?.stringValue == $0 }
      case .isNotIn(let key, let values): !values.contains { labels?[key]?.stringValue == $0 }
      case .exists(let key): labels?[key] != nil
      case .isAbsent(let key): labels?[key] == nil
      }
    }
  }

  /// The requirements' texts: a comma within parentheses does not part them.
  private static func parts(_ text: String) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == ",", depth == 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map(trimmed).filter { !$0.isEmpty }
  }

  /// One requirement: `a`, `!a`, `a=b`, `a!=b`, `a in (b,c)` or `a notin (b,c)`.
  private static func requirement(_ part: String) throws(APIStatus) -> Requirement {
    let words = part.split(separator: " ", maxSplits: 2).map { String($0) }
    if words.count == 3, ["in", "notin"].contains(words[1]), words[2].hasPrefix("(") {
      let values = words[2].dropFirst().prefix { $0 != ")" }.split(separator: ",")
        .map { trimmed(String($0)) }
      return words[1] == "in" ? .isIn(words[0], values) : .isNotIn(words[0], values)
    }
    if part.hasPrefix("!") { return .isAbsent(trimmed(String(part.dropFirst()))) }
    guard let sign = part.firstIndex(of: "=") else { return .exists(part) }
    let value = trimmed(String(part[sign...].drop { $0 == "=" }))
    let key = part[..<sign]
    guard !key.isEmpty else {
      throw .badRequest("unable to parse requirement: \(part)")
    }
    return key.last == "!"
      ? .isNotIn(trimmed(String(key.dropLast())), [value]) : .isIn(trimmed(String(key)), [value])
  }

  /// A text without the spaces around it.
  private static func trimmed(_ text: String) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
