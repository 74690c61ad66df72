extension String {
  /// Whether both texts have the same bytes.
  ///
  /// Swift's own equality takes different spellings of a character for one. It knows of most texts at once that they
  /// differ, and of ASCII alone that what is equal to it is the same.
  package func isExactly(_ other: String) -> Bool {
    guard self == other else { return false }
    return utf8Span.isKnownASCII && other.utf8Span.isKnownASCII || utf8.elementsEqual(other.utf8)
  }
}
