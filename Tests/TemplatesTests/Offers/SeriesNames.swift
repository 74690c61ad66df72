/// The names of the series that an expression reads.
///
/// It knows as much of PromQL as the fleet's own expressions have: strings, matchers and lists of
/// labels are passed over, and of the words that remain, those that are neither functions nor
/// keywords name series.
func seriesNames(in expression: String) -> Set<String> {
  let bare =
    expression
    .replacing(/"(?:[^"\\]|\\.)*"/, with: "")
    .replacing(/\{[^}]*\}/, with: " ")
    .replacing(/\[[^\]]*\]/, with: " ")
    .replacing(/\b(?:by|on|ignoring|without|group_left|group_right)\s*\([^)]*\)/, with: " ")
  let words = bare.matches(of: /([a-zA-Z_:][a-zA-Z0-9_:]*)(\s*\()?/)
  let names = words.filter { $0.output.2 == nil }.map { String($0.output.1) }
  return Set(names).subtracting(keywords)
}

private let keywords: Set<String> = [
  "and", "or", "unless", "bool", "offset", "by", "on", "ignoring", "without", "group_left",
  "group_right", "x",
]
