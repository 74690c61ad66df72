extension StringProtocol {
  /// Whether it begins with these very bytes.
  ///
  /// `hasPrefix` does not find the `https://` before a host that begins with an accent: to Swift that is part of the slash.
  package func begins(with text: String) -> Bool { utf8.starts(with: text.utf8) }

  /// The text without the white space (Unicode's, ends of line too) around it.
  ///
  /// By scalars: to Swift a space with an accent behind it is one character, and none of white space.
  package var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(self[first..<scalars.index(after: last)])
  }

  /// An address, as a base to which paths that begin with a slash are added.
  package var withoutTrailingSlashes: String {
    guard let last = lastIndex(where: { $0 != "/" }) else { return "" }
    return String(self[...last])
  }
}

extension String {
  /// Whether these very bytes stand somewhere in it.
  ///
  /// By bytes, as `begins` does, and because the search of `contains` shows in profiles.
  package func holds(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    var rest = utf8[...]
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: text.utf8) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
