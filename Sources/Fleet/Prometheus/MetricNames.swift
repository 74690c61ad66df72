/// A series selector that says nothing but which metrics it wants, by name.
package struct MetricNames: Hashable, Sendable {
  /// A regular expression for whole names, as Prometheus has them.
  package let pattern: String

  /// nil for a selector that asks for more than names, or that is none.
  package init?(_ selector: String) {
    var reader = SelectorReader(rest: selector[...])
    guard let pattern = reader.name() ?? reader.matcher() else { return nil }
    self.pattern = pattern
  }
}

/// Reads a selector from its beginning.
///
/// Every cluster's are read when the fleet is rendered; a regular expression would be compiled anew for each.
private struct SelectorReader {
  var rest: Substring

  /// `up`, or `up{}`: the name, where nothing follows.
  mutating func name() -> String? {
    let whole = rest
    skipSpace()
    let name = rest.prefix { Self.isOfName($0) }
    rest = rest.dropFirst(name.count)
    skipSpace()
    if take("{") {
      skipSpace()
      guard take("}") else { return go(back: whole) }
      skipSpace()
    }
    let isName = name.first.map { !$0.isNumber } ?? false
    return isName && rest.isEmpty ? String(name) : go(back: whole)
  }

  /// `{__name__=~"a|b"}`: the text in quotes, where nothing else is asked for.
  ///
  /// Escapes are left to those who write selectors for federation.
  mutating func matcher() -> String? {
    skipSpace()
    guard take("{"), takeWord("__name__"), take("=") else { return nil }
    _ = take("~")
    skipSpace()
    guard take("\"") || take("'") else { return nil }
    let text = rest.prefix { $0 != "\"" && $0 != "'" && $0 != "\\" }
    rest = rest.dropFirst(text.count)
    guard !text.isEmpty, take("\"") || take("'") else { return nil }
    skipSpace()
    _ = take(",")
    skipSpace()
    guard take("}") else { return nil }
    skipSpace()
    return rest.isEmpty ? String(text) : nil
  }

  private mutating func go(back whole: Substring) -> String? {
    rest = whole
    return nil
  }

  /// A word with space around it, or none.
  private mutating func takeWord(_ word: String) -> Bool {
    skipSpace()
    guard rest.hasPrefix(word) else { return false }
    rest = rest.dropFirst(word.count)
    skipSpace()
    return true
  }

  private mutating func take(_ character: Character) -> Bool {
    guard rest.first == character else { return false }
    rest = rest.dropFirst()
    return true
  }

  private mutating func skipSpace() { rest = rest.drop(while: \.isWhitespace) }

  /// A letter, a digit, an underscore or a colon, all of ASCII.
  private static func isOfName(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "_:".contains(character))
  }
}
