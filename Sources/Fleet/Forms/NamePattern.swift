/// A name, or, with `*` for any letters, all names that look so.
package struct NamePattern: Hashable, Sendable {
  /// As the file has it.
  package let text: String
  /// What stands between the stars: a pattern is held against many names.
  private let parts: [Substring]

  package init(_ text: String) {
    self.text = text
    parts = text.split(separator: "*", omittingEmptySubsequences: false)
  }

  /// Whether it is for several names.
  package var isOpen: Bool { text.contains("*") }

  /// Whether a name looks so, from its first to its last letter.
  package func matches(_ name: String) -> Bool {
    guard let first = parts.first, let last = parts.last, parts.count > 1 else {
      return name == text
    }
    guard name.hasPrefix(first), name.hasSuffix(last),
      name.utf8.count >= first.utf8.count + last.utf8.count
    else { return false }
    var rest = name.dropFirst(first.count).dropLast(last.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }
}

extension NamePattern: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self.init(text) }
}
