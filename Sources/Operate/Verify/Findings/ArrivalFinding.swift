import Facts
package import FoundationEssentials

/// Whether samples of a cluster arrive at the hub; times are by the hub's clock.
package enum ArrivalFinding: Fact, Hashable {
  /// The newest is so many seconds old.
  case arriving(age: Int)
  /// The hub has had none of it in the last thirty days.
  case never
  /// None has come since then.
  case stopped(at: Date)
  /// None has come for a day or longer.
  case silent
  /// Its newest sample is from so many seconds in the future.
  case ahead(seconds: Int)
  /// Its clock is slow by so many seconds: samples come that are as old, or are refused until it has caught up with what
  /// the hub has.
  case behind(seconds: Int)
  /// It has series, and not what its writer says of itself, by which their age would be known.
  case pulseless
  /// The hub does not tell.
  case untold

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case arriving = "verify.arriving"
    case never = "verify.never-arrived"
    case stopped = "verify.stopped"
    case silent = "verify.silent"
    case ahead = "verify.clock-ahead"
    case behind = "verify.clock-behind"
    case pulseless = "verify.no-pulse"
    case untold = "verify.untold"
  }

  package var code: Code {
    switch self {
    case .arriving: .arriving
    case .never: .never
    case .stopped: .stopped
    case .silent: .silent
    case .ahead: .ahead
    case .behind: .behind
    case .pulseless: .pulseless
    case .untold: .untold
    }
  }

  /// How much it matters.
  package var gravity: Gravity {
    switch self {
    case .arriving: .well
    case .untold: .untold
    case .pulseless: .warning
    case .never, .stopped, .silent, .ahead, .behind: .error
    }
  }

  /// Whether what is there now says what comes: of a clock that is wrong, it is later or earlier than now.
  package var isJudgedByNow: Bool {
    switch self {
    case .arriving, .pulseless: true
    case .never, .stopped, .silent, .ahead, .behind, .untold: false
    }
  }

  /// Whether samples come at all.
  package var arrives: Bool {
    switch self {
    case .arriving, .ahead, .behind, .pulseless: true
    case .never, .stopped, .silent, .untold: false
    }
  }
}
