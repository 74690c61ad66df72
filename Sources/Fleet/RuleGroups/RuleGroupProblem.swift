import Facts

/// Rules of the user's own that Prometheus would not take.
package enum RuleGroupProblem: Fact, Hashable {
  /// Two groups of one Prometheus or ruler have this name.
  case nameTaken(String)
  /// A rule that records has a key that only alerts have.
  case ofAlerts(String)
  /// All rules of one Prometheus or ruler are larger than the limit, in bytes.
  case tooLarge(Int, limit: Int)
  /// The path of a file that holds nothing.
  case emptyFile(String)
  /// OpenShift's own Prometheus would have to evaluate them over everything.
  case noNamespace
  /// They are for a namespace where the fleet scrapes nothing.
  case notScraped(namespace: String)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case nameTaken = "fleet.rule-group-taken"
    case ofAlerts = "fleet.key-of-alerts"
    case tooLarge = "fleet.rules-too-large"
    case emptyFile = "fleet.empty-rule-file"
    case noNamespace = "fleet.rules-without-namespace"
    case notScraped = "fleet.rules-of-nothing"
  }

  package var code: Code {
    switch self {
    case .nameTaken: .nameTaken
    case .ofAlerts: .ofAlerts
    case .tooLarge: .tooLarge
    case .emptyFile: .emptyFile
    case .noNamespace: .noNamespace
    case .notScraped: .notScraped
    }
  }
}
