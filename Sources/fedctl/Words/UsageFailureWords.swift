import Diagnostics
import Facts
import Operate
import Usage

extension UsageFailure {
  /// What was asked for, why there is no answer, and what to do next.
  var diagnostic: Diagnostic {
    switch self {
    case .hub(let finding):
      Diagnostic(
        .error,
        "no way to the querier",
        detail: "The hub: \(finding.words).",
        remedy:
          "\(finding.remedy) `--query-url` names a Prometheus or Thanos that answers elsewhere.",
      )
    case .unanswered(let subject, let failure):
      Diagnostic(
        .error,
        "no answer from the querier",
        detail: "\(subject.words) cannot be asked for: \(failure.words).",
        remedy: failure.hubRemedy
          ?? "Choose a shorter `--window` or a coarser `--resolution`, or name another querier with `--query-url`.",
      )
    }
  }
}
