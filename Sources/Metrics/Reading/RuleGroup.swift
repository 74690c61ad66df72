import JSON

/// A group of rules that is loaded.
package struct RuleGroup: Hashable, Sendable {
  /// As the rule file names it.
  package let name: String
  /// The file that it was read from.
  package let file: String
  /// How many rules it has.
  package let count: Int
  /// What the last evaluation failed with, in the evaluator's words, with the rule's name.
  package let errors: [RuleError]

  /// A rule that could not be evaluated.
  package struct RuleError: Hashable, Sendable {
    /// The alert's name, or that of the series that is recorded.
    package let rule: String
    /// In the evaluator's words.
    package let said: String
  }

  /// Reads one of the `groups`.
  init(reading item: JSON) {
    name = item["name"]?.stringValue ?? ""
    file = item["file"]?.stringValue ?? ""
    let rules = item["rules"]?.arrayValue ?? []
    count = rules.count
    errors = rules.compactMap { rule in
      guard let said = rule["lastError"]?.stringValue, !said.isEmpty else { return nil }
      return RuleError(rule: rule["name"]?.stringValue ?? "", said: said)
    }
  }
}
