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

/// A group of an expression whose text can be asked for by its number, or by its name.
struct ExpressionGroup {
  /// nil for one that has only a number.
  var name: String?
  /// What stands between its parentheses.
  var pattern: Substring.UnicodeScalarView
}

/// The groups of an expression of RE2 in the order of their numbers, from 1 on; of a text that is none, those until
/// it goes wrong.
func groups(ofExpression text: String) -> [ExpressionGroup] {
  var scan = ExpressionScan(rest: text.unicodeScalars[...])
  _ = scan.flaw()
  return scan.groups
}

/// One pass over an expression (syntax: google/re2:doc/syntax.txt).
private struct ExpressionScan {
  var rest: Substring.UnicodeScalarView
  /// Of each group so far, one that is still open without its pattern.
  private(set) var groups: [ExpressionGroup] = []
  /// The parentheses that are open: where what is in them begins, and which of the groups they are, if any.
  private var open: [(start: Substring.UnicodeScalarView, group: Int?)] = []
  /// Whether there is something before this place that can be repeated.
  private var isRepeatable = false

  init(rest: Substring.UnicodeScalarView) { self.rest = rest }

  /// The first thing that is wrong.
  mutating func flaw() -> ExpressionFlaw? {
    while let letter = rest.popFirst() {
      if let flaw = read(letter) { return flaw }
    }
    return open.isEmpty ? nil : .openGroup
  }

  private mutating func read(_ letter: Unicode.Scalar) -> ExpressionFlaw? {
    let wasRepeatable = isRepeatable
    isRepeatable = true
    switch letter {
    case "\\": return escape()
    case "[": return skipClass()
    case "(": return openGroup()
    case ")": return closeGroup()
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
    isRepeatable = false
    guard rest.first == "?" else {
      capture(as: nil)
      return nil
    }
    let looks = ["?=", "?!", "?<=", "?<!"]
    if looks.contains(where: { rest.starts(with: $0.unicodeScalars) }) { return .lookaround }
    rest.removeFirst()
    let names = ["P<", "<"]
    guard let sign = names.first(where: { rest.starts(with: $0.unicodeScalars) }) else {
      open.append((start: rest, group: nil))
      return nil
    }
    rest.removeFirst(sign.count)
    let name = rest.prefix { $0 != ">" }
    rest = rest.dropFirst(name.count + 1)
    capture(as: String(name))
    return nil
  }

  private mutating func capture(as name: String?) {
    open.append((start: rest, group: groups.count))
    groups.append(ExpressionGroup(name: name, pattern: rest.prefix(0)))
  }

  private mutating func closeGroup() -> ExpressionFlaw? {
    guard let (start, group) = open.popLast() else { return .strayParenthesis }
    if let group {
      groups[group].pattern = start.prefix(upTo: rest.startIndex).dropLast()
    }
    return nil
  }
}
