/// A condition of a series selector, as `job=~".+"`.
private struct LabelMatcher {
  let label: Substring
  let operation: Substring
  let value: Substring

  /// Labels that every series has which is scraped.
  private static let common: Set<Substring> = ["__name__", "job", "instance"]

  /// Whether it is true of every series that is scraped.
  var isTrueOfAll: Bool {
    let isCommon = Self.common.contains(label)
    return switch operation {
    case "=~": takes([".*", ".{0,}"]) || isCommon && takes([".+", ".{1,}", "..*"])
    case "!=": isCommon && value.isEmpty
    case "!~": isCommon && ["", "^$"].contains(value)
    default: false
    }
  }

  /// Whether one of the alternatives of a regular expression is one of these.
  private func takes(_ patterns: Set<Substring>) -> Bool {
    var pattern = value
    if pattern.hasPrefix("^") { pattern.removeFirst() }
    if pattern.hasSuffix("$") { pattern.removeLast() }
    if pattern.hasPrefix("("), pattern.hasSuffix(")") { pattern = pattern.dropFirst().dropLast() }
    return pattern.split(separator: "|").contains(where: patterns.contains)
  }
}

/// Whether no condition of a series selector leaves out anything that is scraped; of one that is none it is not said.
func selectsEverything(_ selector: String) -> Bool {
  guard let braces = selector.wholeMatch(of: /\s*\{(.*)\}\s*/.dotMatchesNewlines()) else {
    return false
  }
  var rest = braces.1
  while !rest.allSatisfy(\.isWhitespace) {
    guard
      let found = rest.prefixMatch(
        of: /\s*(\w+)\s*(=~|!~|!=|=)\s*(?:"([^"\\]*)"|'([^'\\]*)'|`([^`]*)`)\s*(?:,|$)/
      )
    else { return false }
    let value = found.3 ?? found.4 ?? found.5 ?? ""
    guard LabelMatcher(label: found.1, operation: found.2, value: value).isTrueOfAll else {
      return false
    }
    rest = rest[found.range.upperBound...]
  }
  return true
}
