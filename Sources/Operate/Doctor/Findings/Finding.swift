import Facts

/// What a check has found; words and remedy follow from it alone.
package enum Finding: Hashable, Sendable {
  case reach(ReachFinding)
  case clock(ClockFinding)
  case rights(RightsFinding)
  case supply(SupplyFinding)
  case expiry(ExpiryFinding)
  case work(WorkFinding)
  case lock(LockFinding)
  case bucket(BucketFinding)
}

extension Finding {
  /// How much it matters.
  package var gravity: Gravity {
    switch self {
    case .reach(let finding): finding.gravity
    case .clock(let finding): finding.gravity
    case .rights(let finding): finding.gravity
    case .supply(let finding): finding.gravity
    case .expiry(let finding): finding.gravity
    case .work(let finding): finding.gravity
    case .lock(let finding): finding.gravity
    case .bucket(let finding): finding.gravity
    }
  }

  /// As docs/codes.md has it.
  package var code: String {
    switch self {
    case .reach(let finding): finding.code.rawValue
    case .clock(let finding): finding.code.rawValue
    case .rights(let finding): finding.code.rawValue
    case .supply(let finding): finding.code.rawValue
    case .expiry(let finding): finding.code.rawValue
    case .work(let finding): finding.code.rawValue
    case .lock(let finding): finding.code.rawValue
    case .bucket(let finding): finding.code.rawValue
    }
  }
}
