import Diagnostics
import Facts
import Fleet
import YAML

extension FleetProblem {
  /// The problem as people read it, with its place.
  var diagnostic: Diagnostic {
    var words = fact.words
    words.severity = severity
    words.mark = mark
    return words
  }
}

extension FleetFact {
  /// Each subject has its own words, in a file named after it.
  fileprivate var words: Diagnostic {
    switch self {
    case .yaml(let error): error.diagnostic
    case .document(let problem): problem.words
    case .include(let problem): problem.words
    case .variable(let problem): problem.words
    case .table(let problem): problem.words
    case .form(let flaw): flaw.words
    case .cluster(let problem): problem.words
    case .bucket(let problem): problem.words
    case .hub(let problem): problem.words
    case .dashboard(let problem): problem.words
    case .platform(let problem): problem.words
    case .remoteWrite(let problem): problem.words
    case .access(let problem): problem.words
    case .relabelling(let problem): problem.words
    case .receive(let problem): problem.words
    case .federate(let problem): problem.words
    case .sidecar(let problem): problem.words
    case .exposure(let problem): problem.words
    case .collector(let problem): problem.words
    case .bundle(let problem): problem.words
    case .component(let problem): problem.words
    case .ruleGroup(let problem): problem.words
    case .patch(let problem): problem.words
    case .version(let problem): problem.words
    }
  }
}

extension DocumentProblem {
  /// Each subject has its own words, in a file named after it.
  fileprivate var words: Diagnostic {
    switch self {
    case .tooLarge(let file, let limit):
      Diagnostic(
        .error,
        "file too large",
        detail: "`\(file)` has more than \(limit) bytes, which no fleet needs.",
        remedy: "Check that this is the file you meant.",
      )
    case .empty(let file):
      Diagnostic(
        .error,
        "empty file",
        detail: "`\(file)` describes no fleet.",
        remedy: "Run `fedctl init` to write a starter file.",
      )
    case .gap(let key):
      Diagnostic(
        .error,
        "mistake in fedctl",
        detail: "The key `\(key)` was checked but could not be read.",
        remedy: "Please report it together with the file.",
      )
    }
  }
}
