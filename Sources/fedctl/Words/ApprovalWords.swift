import Diagnostics
import Operate
import Plan

extension ApprovalQuestion {
  /// The question as it is asked, with a space for the answer behind it.
  var words: String {
    switch self {
    case .apply(let sum):
      "Apply to \(sum.fleet): \(sum.whatAndWhere)? Only `yes` is accepted: "
    case .removal(let removal, let sum):
      """
      Apply to \(sum.fleet): \(sum.whatAndWhere)?
      This \(removal.words). Type the fleet's name to go on: \("")
      """
    case .teardown(let sum):
      "Tear down \(sum.fleet): \(sum.whatAndWhere)? Type the fleet's name to go on: "
    case .purge:
      "This deletes the metrics in the bucket for ever. Type the bucket's name to go on: "
    }
  }

  /// What to do where nobody can be asked.
  fileprivate var remedy: String {
    switch self {
    case .apply: "Read the plan, then apply it with --yes."
    case .removal(let removal, _): removal.remedy
    case .teardown: "Read the plan, then run it again with --yes."
    case .purge(let bucket): "Run it again with --yes and --confirm-bucket \(bucket)."
    }
  }
}

extension ApprovalRefusal {
  /// An error that ends the command, and what to do.
  var lines: [String] {
    switch self {
    case .noTerminal(let question):
      ["error: nobody can be asked: standard input is no terminal", "  \(question.remedy)"]
    case .notCovered(let removal):
      [
        "error: this plan \(removal.words), which neither --yes nor a saved plan covers",
        "  \(removal.remedy)",
      ]
    case .declined: ["error: not approved, nothing has been changed"]
    }
  }
}

extension MassRemoval {
  /// As it follows `this plan`.
  fileprivate var words: String {
    "deletes \(deletions) of \(Count(owned, "object")) on \(Sentence.some(clusters))"
  }

  /// Which option gives leave.
  fileprivate var remedy: String {
    "Read the plan; where all of it shall go, apply it with --max-deletes \(deletions)."
  }
}
