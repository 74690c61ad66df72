import Facts
package import Plan

/// Whoever can give leave to go on: a person at a terminal, or the flag that stands for one.
///
/// A run asks once for each plan that it shows, and never goes on without an answer.
package protocol Approver: Sendable {
  /// Returns where the answer is the one that is wanted.
  func approve(_ question: ApprovalQuestion) async throws(ApprovalRefusal)
}

/// What leave is asked for.
package enum ApprovalQuestion: Hashable, Sendable {
  case apply(PlanSum)
  /// The same, of a plan that deletes much of the fleet.
  case removal(MassRemoval, PlanSum)
  case teardown(PlanSum)
  case purge(bucket: String)

  /// What must be typed: the more there is to lose, the less it can be typed without thought.
  package var answer: String {
    switch self {
    case .apply: "yes"
    case .removal(_, let sum), .teardown(let sum): sum.fleet
    case .purge(let bucket): bucket
    }
  }
}

/// Why there is no leave.
package enum ApprovalRefusal: Error, Hashable, Fact {
  /// There is nobody to ask.
  case noTerminal(ApprovalQuestion)
  /// The general leave that was given beforehand does not cover it.
  case notCovered(MassRemoval)
  /// The answer was another.
  case declined

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case noTerminal = "approval.no-terminal"
    case notCovered = "approval.not-covered"
    case declined = "approval.declined"
  }

  package var code: Code {
    switch self {
    case .noTerminal: .noTerminal
    case .notCovered: .notCovered
    case .declined: .declined
    }
  }
}
