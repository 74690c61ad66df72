import Diagnostics
import Facts
import Fleet

extension RuleGroupProblem {
  /// The diagnostic, still without its place and severity.
  var words: Diagnostic {
    switch self {
    case .nameTaken(let name):
      Diagnostic(
        .error,
        "name used twice",
        detail: "Two groups of rules for one Prometheus or ruler are called `\(name)`.",
        remedy: "Choose another name, or put the rules into one group.",
      )
    case .ofAlerts(let key):
      Diagnostic(
        .error,
        "settings without effect",
        detail: "Only a rule with `alert` has `\(key)`, and Prometheus refuses it beside `record`.",
        remedy: "Leave it out, or write `alert` in place of `record`.",
      )
    case .tooLarge(let size, let limit):
      Diagnostic(
        .error,
        "too many rules",
        detail:
          "All rules together have \(size) bytes, and one Prometheus is given \(limit) at most.",
        remedy: "Leave out what nobody reads, or give rules only to the clusters that need them.",
      )
    case .emptyFile(let file):
      Diagnostic(
        .error,
        "empty file",
        detail: "`\(file)` has no rules.",
        remedy: "Write `groups: []`, or leave it out of `rules.files`.",
      )
    }
  }
}

extension QueryFlaw {
  /// What of the expression, as it follows a colon.
  var words: String {
    switch self {
    case .empty: "it is empty"
    case .openBracket(let bracket): "a `\(bracket)` is not closed"
    case .strayBracket(let bracket): "a `\(bracket)` closes nothing"
    case .openQuote: "a quote is not closed"
    }
  }
}
