import Operate

/// Asks the person at the terminal, unless a flag has given leave already.
struct TerminalApprover: Approver {
  let console: Console
  /// Whether `--yes` stands for the answer to everything but a purge and a mass removal.
  let yes: Bool
  /// What `--confirm-bucket` gives in place of typing the bucket's name.
  var confirmedBucket: String?

  /// A purge is never covered by `--yes`: what is gone from a bucket is gone.
  func approve(_ question: ApprovalQuestion) async throws(ApprovalRefusal) {
    switch question {
    case .apply, .teardown:
      if !yes { try ask(question) }
    case .removal(let removal, _):
      if yes { throw .notCovered(removal) }
      try ask(question)
    case .purge:
      guard let confirmedBucket else { return try ask(question) }
      guard confirmedBucket == question.answer else { throw .declined }
    }
  }

  /// Exactly the answer that is asked for counts.
  private func ask(_ question: ApprovalQuestion) throws(ApprovalRefusal) {
    guard console.isInteractive else { throw .noTerminal(question) }
    let lines = question.words.split(separator: "\n").flatMap {
      Wrapped.sentence(String($0), indent: "  ")
    }
    console.prompt(lines.joined(separator: "\n"))
    guard readLine() == question.answer else { throw .declined }
  }
}
