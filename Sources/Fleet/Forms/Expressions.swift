/// Why a text is no regular expression of RE2.
package enum ExpressionFlaw: Hashable, Sendable {
  case openGroup
  case strayParenthesis
  case openClass
  /// A mark that repeats stands where there is nothing to repeat.
  case nothingToRepeat(Character)
  case trailingBackslash
  /// `(?=`, `(?!`, `(?<=` or `(?<!`.
  case lookaround
  /// `\1` and the like.
  case backreference
}

extension TextForm {
  /// A regular expression of RE2, as far as can be told without compiling it.
  static let expression = TextForm(example: "shop_.+|cart_.+") { text in
    var scan = ExpressionScan(rest: text.unicodeScalars[...])
    return scan.flaw().map { .expression(text, $0) }
  }
}

/// One pass over an expression (syntax: google/re2:doc/syntax.txt).
private struct ExpressionScan {
  var rest: Substring.UnicodeScalarView
  private var depth = 0
  /// Whether there is something before this place that can be repeated.
  private var isRepeatable = false

  init(rest: Substring.UnicodeScalarView) { self.rest = rest }

  /// The first thing that is wrong.
  mutating func flaw() -> ExpressionFlaw? {
    while let letter = rest.popFirst() {
      if let flaw = read(letter) { return flaw }
    }
    return depth > 0 ? .openGroup : nil
  }

  private mutating func read(_ letter: Unicode.Scalar) -> ExpressionFlaw? {
    let wasRepeatable = isRepeatable
    isRepeatable = true
    switch letter {
    case "\\": return escape()
    case "[": return skipClass()
    case "(": return openGroup()
    case ")":
      depth -= 1
      return depth < 0 ? .strayParenthesis : nil
    case "|": isRepeatable = false
    case "*", "+", "?":
      guard wasRepeatable else { return .nothingToRepeat(Character(letter)) }
      // `a*?` is lazy.
      if rest.first == "?" { rest.removeFirst() }
    default: break
    }
    return nil
  }

  /// What is between `\Q` and `\E` stands for itself.
  private mutating func escape() -> ExpressionFlaw? {
    guard let letter = rest.popFirst() else { return .trailingBackslash }
    if ("1"..."9").contains(letter) { return .backreference }
    guard letter == "Q" else { return nil }
    while let next = rest.popFirst() {
      if next == "\\", rest.first == "E" {
        rest.removeFirst()
        break
      }
    }
    return nil
  }

  /// A `]` that comes first is one of the letters.
  private mutating func skipClass() -> ExpressionFlaw? {
    if rest.first == "^" { rest.removeFirst() }
    if rest.first == "]" { rest.removeFirst() }
    while let letter = rest.popFirst() {
      switch letter {
      case "]": return nil
      case "\\": if rest.popFirst() == nil { return .openClass }
      case "[" where rest.first == ":": skipNamedClass()
      default: break
      }
    }
    return .openClass
  }

  /// `[:alpha:]`, or the letters that only look so.
  private mutating func skipNamedClass() {
    let name = rest.dropFirst().prefix { $0 != ":" && $0 != "]" }
    let after = rest.dropFirst(1 + name.count)
    if after.starts(with: ":]".unicodeScalars) { rest = after.dropFirst(2) }
  }

  private mutating func openGroup() -> ExpressionFlaw? {
    depth += 1
    isRepeatable = false
    guard rest.first == "?" else { return nil }
    let looks = ["?=", "?!", "?<=", "?<!"]
    if looks.contains(where: { rest.starts(with: $0.unicodeScalars) }) { return .lookaround }
    rest.removeFirst()
    return nil
  }
}
