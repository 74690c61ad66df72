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
    case .noNamespace:
      Diagnostic(
        .error,
        "rules without a namespace",
        detail:
          "With `mode: platform` OpenShift evaluates rules over the namespace that they stand in, and over no other.",
        remedy: """
          Name under `rules.namespaces` those of the applications that they are about. Rules over more than one belong \
          under `hub.ruler`, or need `mode: operator`.
          """,
      )
    case .notScraped(let namespace):
      Diagnostic(
        .error,
        "rules over nothing",
        detail:
          "The fleet scrapes nothing in `\(namespace)`, and the hub hears of no other namespaces' applications.",
        remedy: "Name a namespace of `serviceMonitors` or `podMonitors`, or add a monitor for it.",
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
