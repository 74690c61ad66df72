import Diagnostics
import Fleet
import JSON
import Text
import YAML

/// How keys of the fleet file are laid out for people.
enum KeyText {
  /// One key, in each meaning that topologies give it.
  static func text(_ explanations: [KeyExplanation]) -> String {
    explanations.map(text).joined(separator: "\n")
  }

  /// A line for each key: its way, and the first sentence about it.
  static func list(_ paths: [String]) -> String { rows(paths.map { ($0, words(of: $0)) }) }

  private static func text(_ key: KeyExplanation) -> String {
    let facts = key.facts.map { ("  \($0)", $1) }
    let example = YAML.text(nested(key)).split(separator: "\n").map { "    \($0)\n" }.joined()
    let inner = key.keys.map { ("    \($0)", words(of: "\(key.path).\($0)")) }
    return """
      \(key.path)
        \(key.documentation)

      \(rows(facts))
        \(ExplainWords.example)
      \(example)
      """ + (inner.isEmpty ? "" : "\n  \(ExplainWords.keys)\n\(rows(inner))")
  }

  /// Two columns.
  static func rows(_ rows: [(String, String)]) -> String {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { left, right in
      "\(left)\(String(repeating: " ", count: width - left.count))  \(right)\n"
    }.joined()
  }

  private static func words(of path: String) -> String {
    let text = Fleet.explanations(of: path).first?.documentation ?? ""
    guard let end = text.firstRange(of: ". ") else { return text }
    return String(text[..<end.lowerBound]) + "."
  }

  /// The example where it stands in the file.
  private static func nested(_ key: KeyExplanation) -> JSON {
    key.path.split(separator: ".").reversed().reduce(key.example) { value, step in
      let isList = step.hasSuffix("[]")
      let name = String(isList ? step.dropLast(2) : step)
      return [name: isList ? [value] : value]
    }
  }
}
