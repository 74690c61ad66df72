/// Text of several lines that can stand as it is below a `|`.
///
/// It is taken apart by characters of Unicode and not by what a person sees as one: a space or a line
/// break does not end to be one where a combining mark follows.
struct LiteralBlock {
  /// The `|`, and how many of the last line breaks belong to the text.
  let header: String
  /// Without line breaks, each to be indented where it is not empty.
  let lines: [Substring]

  /// nil for text that only quotes keep as it is.
  init?(_ text: String) {
    guard text.utf8.contains(UInt8(ascii: "\n")),
      text.unicodeScalars.allSatisfy({ $0 == "\n" || ScalarText.isPrintable($0) })
    else { return nil }
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    // White space that begins the first line would be taken for indentation, and a line of white
    // space alone for an empty one.
    guard let first = lines.lazy.compactMap(\.first).first, !Self.isWhite(first),
      lines.allSatisfy({ $0.isEmpty || !$0.allSatisfy(Self.isWhite) })
    else { return nil }
    if text.hasSuffix("\n\n") {
      header = "|+"
      lines.removeLast()
    } else if text.hasSuffix("\n") {
      header = "|"
      lines.removeLast()
    } else {
      header = "|-"
    }
    self.lines = lines.map { Substring($0) }
  }

  private static func isWhite(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }
}
