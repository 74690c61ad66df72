extension StringProtocol {
  /// The text without the white space (Unicode's, ends of line too) around it.
  package var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }

  /// An address, as a base to which paths that begin with a slash are added.
  package var withoutTrailingSlashes: String {
    guard let last = lastIndex(where: { $0 != "/" }) else { return "" }
    return String(self[...last])
  }
}
