import Operate

/// Asks the person at the terminal, unless a flag has given leave already.
struct TerminalApprover: Approver {
  let console: Console
  /// Whether `--yes` stands for the answer to everything but a purge.
  let yes: Bool
  /// What `--confirm-bucket` gives in place of typing the bucket's name.
  var confirmedBucket: String?

  func approve(_ question: ApprovalQuestion) async throws(ApprovalRefusal) {
    switch question {
    case .apply, .teardown:
      if !yes { try ask(question) }
    case .purge:
      guard let confirmedBucket else { return try ask(question) }
      guard confirmedBucket == question.answer else { throw .declined }
    }
  }

  private func ask(_ question: ApprovalQuestion) throws(ApprovalRefusal) {
    guard console.isInteractive else { throw .noTerminal(question) }
    console.prompt(question.words)
    guard readLine() == question.answer else { throw .declined }
  }
}
