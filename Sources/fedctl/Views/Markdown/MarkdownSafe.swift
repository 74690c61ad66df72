import Diagnostics

/// Text from anywhere in Markdown, where it may be nothing but text: no markup, no HTML, no link and no mention of a person.
///
/// All of it stands in code, whose fences are longer than any row of backticks in it: what escapes cannot do, since
/// forges look for names and addresses after they have undone them.
enum MarkdownSafe {
  /// On one line.
  static func code(_ text: String) -> String {
    let line = Printable.text(text).replacing("\n", with: " ")
    guard line.contains(where: { $0 != " " }) else { return "(empty)" }
    let fence = String(repeating: "`", count: longestRow(in: line) + 1)
    // Of a space at both ends one goes; a backtick at an end would be taken for the fence's.
    let needsRoom = line.hasPrefix("`") || line.hasSuffix("`") || line.hasPrefix(" ")
    return needsRoom ? "\(fence) \(line) \(fence)" : "\(fence)\(line)\(fence)"
  }

  /// On lines of their own; `language` colours them.
  static func block(_ lines: [String], _ language: String = "") -> String {
    let text = lines.map(Printable.text).joined(separator: "\n")
    let fence = fence(for: text)
    return "\(fence)\(language)\n\(text)\n\(fence)\n"
  }

  /// Three backticks, or more where the text has so many.
  static func fence(for text: String) -> String {
    String(repeating: "`", count: max(3, longestRow(in: text) + 1))
  }

  /// Within HTML that stands in Markdown.
  static func html(_ text: String) -> String {
    let line = Printable.text(text).replacing("\n", with: " ")
    let safe = line.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    return "<code>\(safe)</code>"
  }

  private static func longestRow(in text: String) -> Int {
    text.reduce(into: (longest: 0, current: 0)) { row, character in
      row.current = character == "`" ? row.current + 1 : 0
      row.longest = max(row.longest, row.current)
    }
    .longest
  }
}
