/// Whether a definition's regular expression is found in a text.
///
/// One that Swift cannot read takes every text.
func matches(_ text: String, pattern: String) -> Bool {
  guard let expression = try? Regex(pattern).matchingSemantics(.unicodeScalar) else { return true }
  return ((try? expression.firstMatch(in: text)) ?? nil) != nil
}
