import Facts

/// What `verify` has found; words and remedy follow from it alone.
package enum VerifyFinding: Hashable, Sendable {
  case arrival(ArrivalFinding)
  case series(SeriesFinding)
  case writing(WritingFinding)
  case block(BlockFinding)
  case hub(HubFinding)
}

extension VerifyFinding {
  /// How much it matters.
  package var gravity: Gravity {
    switch self {
    case .arrival(let finding): finding.gravity
    case .series(let finding): finding.gravity
    case .writing(let finding): finding.gravity
    case .block(let finding): finding.gravity
    case .hub(let finding): finding.gravity
    }
  }

  /// As docs/codes.md has it.
  package var code: String {
    switch self {
    case .arrival(let finding): finding.code.rawValue
    case .series(let finding): finding.code.rawValue
    case .writing(let finding): finding.code.rawValue
    case .block(let finding): finding.code.rawValue
    case .hub(let finding): finding.code.rawValue
    }
  }
}
