/// Text from elsewhere in a form that is safe to print.
package enum Printable {
  /// Control characters and marks that change the direction of text appear as `\u{…}`.
  ///
  /// Line breaks stay: the detail of a diagnostic may have several lines.
  package static func text(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      result += scalar == "\n" ? "\n" : visible(scalar)
    }
  }

  /// JSON as text in which everything can be seen that would steer a terminal; read, it has the same values.
  ///
  /// Such characters stand in strings alone, where JSON has a way to write them, and of ends of lines only what lays
  /// the text out is left by the time.
  package static func json(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      guard scalar != "\n", isInvisible(scalar) else { return result.unicodeScalars.append(scalar) }
      for unit in UTF16.encode(scalar)?.map(\.self) ?? [] {
        let digits = String(unit, radix: 16)
        result += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)"
      }
    }
  }

  /// Words about a text from elsewhere, which may be as long as it likes: the middle gives way.
  static func sentence(_ words: String) -> String {
    let scalars = words.unicodeScalars
    guard scalars.count > sentenceLimit else { return text(words) }
    let half = sentenceLimit / 2
    return text(String(scalars.prefix(half))) + "…" + text(String(scalars.suffix(half)))
  }

  private static let sentenceLimit = 800

  /// A piece of one line; tabs become single spaces, so that marks stand below what they mark.
  static func line(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    scalars.reduce(into: "") { result, scalar in
      result += scalar == "\t" ? " " : visible(scalar)
    }
  }

  private static func visible(_ scalar: Unicode.Scalar) -> String {
    isInvisible(scalar) ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
