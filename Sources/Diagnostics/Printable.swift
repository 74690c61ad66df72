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
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator:
      "\\u{\(String(scalar.value, radix: 16))}"
    default: String(scalar)
    }
  }
}
