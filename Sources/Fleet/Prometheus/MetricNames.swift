/// A series selector that says nothing but which metrics it wants, by name.
package struct MetricNames: Hashable, Sendable {
  /// A regular expression for whole names, as Prometheus has them.
  package let pattern: String

  /// nil for a selector that asks for more than names, or that is none.
  package init?(_ selector: String) {
    var reader = SelectorReader(rest: selector.utf8[...])
    guard let pattern = reader.name() ?? reader.matcher() else { return nil }
    self.pattern = pattern
  }
}

/// Reads a selector from its beginning.
///
/// Every cluster's are read when the fleet is rendered: a regular expression would be compiled anew for each, and
/// characters are put together from bytes that are all of ASCII here.
private struct SelectorReader {
  var rest: Substring.UTF8View

  /// `up`, or `up{}`: the name, where nothing follows.
  mutating func name() -> String? {
    let whole = rest
    skipSpace()
    let name = rest.prefix(while: Self.isOfName)
    rest = rest.dropFirst(name.count)
    skipSpace()
    if take("{") {
      skipSpace()
      guard take("}") else { return go(back: whole) }
      skipSpace()
    }
    let isName = name.first.map { !Self.isDigit($0) } ?? false
    return isName && rest.isEmpty ? String(Substring(name)) : go(back: whole)
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
    let text = rest.prefix { byte in
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"): false
      default: true
      }
    }
    rest = rest.dropFirst(text.count)
    guard !text.isEmpty, take("\"") || take("'") else { return nil }
    skipSpace()
    _ = take(",")
    skipSpace()
    guard take("}") else { return nil }
    skipSpace()
    return rest.isEmpty ? String(Substring(text)) : nil
  }

  private mutating func go(back whole: Substring.UTF8View) -> String? {
    rest = whole
    return nil
  }

  /// A word with space around it, or none.
  private mutating func takeWord(_ word: String) -> Bool {
    skipSpace()
    guard rest.starts(with: word.utf8) else { return false }
    rest = rest.dropFirst(word.utf8.count)
    skipSpace()
    return true
  }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: mark) else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// What PromQL takes for space.
  private mutating func skipSpace() {
    rest = rest.drop { byte in
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
      default: false
      }
    }
  }

  /// A letter, a digit, an underscore or a colon, all of ASCII.
  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: ":"): true
    default: isDigit(byte)
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
}
