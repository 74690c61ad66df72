import Facts

/// Whether clocks agree; all numbers are seconds, positive for a clock that is fast.
package enum ClockFinding: Fact, Hashable {
  case agrees
  /// The cluster's answers do not tell its time.
  case untold
  /// The cluster's clock is off from most others, this machine's among them.
  case clusterOff(seconds: Int)
  /// This machine's clock is off from most clusters'.
  case machineOff(seconds: Int)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    /// The cluster's clock is that of most others.
    case agrees = "doctor.clock-agrees"
    case untold = "doctor.clock-untold"
    case clusterOff = "doctor.clock-off"
    case machineOff = "doctor.clock-of-machine-off"
  }

  package var code: Code {
    switch self {
    case .agrees: .agrees
    case .untold: .untold
    case .clusterOff: .clusterOff
    case .machineOff: .machineOff
    }
  }

  /// From a minute on API servers refuse tokens as not yet issued (the leeway of go-jose's `jwt`).
  package var gravity: Gravity {
    switch self {
    case .agrees: .well
    case .untold: .untold
    case .clusterOff(let seconds), .machineOff(let seconds):
      abs(seconds) >= 60 ? .error : .warning
    }
  }
}
