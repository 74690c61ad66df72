import Operate

/// Gives leave to a plan that somebody has read and handed over: the run holds it to that plan, value by value.
struct SavedPlanApprover: Approver {
  /// Whether `--max-deletes` says how much may go, whoever has agreed to more.
  let limitsDeletions: Bool

  /// Asks nobody.
  func approve(_ question: ApprovalQuestion) async throws(ApprovalRefusal) {
    switch question {
    case .removal(let removal, _) where limitsDeletions: throw .notCovered(removal)
    case .apply, .removal, .teardown, .purge: return
    }
  }
}
