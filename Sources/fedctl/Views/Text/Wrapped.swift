/// Lines that fit a terminal of the usual width.
enum Wrapped {
  /// Where lists break.
  static let width = 100
  /// What no line of a value goes beyond.
  static let longest = 160

  /// Breaks behind commas; a name is never cut.
  static func lines(_ text: String, indent: String) -> [String] {
    guard text.count > width else { return [text] }
    return text.split(separator: ", ", omittingEmptySubsequences: false).reduce(into: []) {
      lines,
      part in
      if let last = lines.last, last.count + part.count + 2 <= width {
        lines[lines.count - 1] = "\(last), \(part)"
      } else if let last = lines.last {
        lines[lines.count - 1] = "\(last),"
        lines.append("\(indent)\(part)")
      } else {
        lines.append(String(part))
      }
    }
  }

  /// What the narrowest usual terminal shows on one line.
  static let narrow = 80

  /// Breaks between words; a word is never cut.
  static func sentence(_ text: String, indent: String) -> [String] {
    text.split(separator: " ", omittingEmptySubsequences: false).reduce(into: []) { lines, word in
      if let last = lines.last, last.count + word.count + 1 <= narrow {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(lines.isEmpty ? String(word) : "\(indent)\(word)")
      }
    }
  }

  /// A value that is too long by its beginning, and how long it is.
  static func clipped(_ text: String) -> String {
    text.count > longest ? "\(text.prefix(longest - 40))… (\(text.count) characters)" : text
  }
}
