package import Apply
import Facts

/// Whether somebody works on the fleet, or has died over it.
package enum LockFinding: Fact, Hashable {
  case free
  /// A run is at work, as it names itself.
  case held(by: String)
  /// A run has died, as it named itself: what it was at may be half done.
  case left(by: String)
  /// The lease may not be read.
  case untold(FleetLease.Refusal)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    /// Nobody works on the fleet.
    case free = "doctor.lock-free"
    case held = "doctor.lock-held"
    case left = "doctor.lock-left"
    case untold = "doctor.lock-untold"
  }

  package var code: Code {
    switch self {
    case .free: .free
    case .held: .held
    case .left: .left
    case .untold: .untold
    }
  }

  /// How much it matters.
  package var gravity: Gravity {
    switch self {
    case .free, .held: .well
    case .untold: .untold
    case .left: .warning
    }
  }
}
