import Facts
package import Kubernetes
package import Objects

/// Whether the fleet's objects do what they are for, and can get out.
package enum WorkFinding: Fact, Hashable {
  /// All that the fleet wants there, so many.
  case allReady(Int)
  /// Nothing of the fleet is there yet.
  case notApplied
  /// Some objects are not there, though others are.
  case absent([ObjectReference])
  /// An object is there and not ready: why, and the deepest cause that the cluster knows.
  case notReady(ObjectReference, ReadinessReason, WaitCause?)
  /// More objects are not ready than causes were asked for.
  case moreNotReady(Int)
  /// A NetworkPolicy lets pods of the fleet's namespace reach nothing.
  case egressClosed(ObjectReference)
  /// A NetworkPolicy chooses what pods of the fleet's namespace may reach.
  case egressLimited(ObjectReference)
  /// No NetworkPolicy limits it; firewalls outside of the cluster cannot be seen.
  case egressUntold

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case allReady = "doctor.objects-ready"
    case notApplied = "doctor.not-applied"
    case absent = "doctor.objects-absent"
    case notReady = "doctor.object-not-ready"
    case moreNotReady = "doctor.more-objects-not-ready"
    case egressClosed = "doctor.egress-closed"
    case egressLimited = "doctor.egress-limited"
    case egressUntold = "doctor.egress-untold"
  }

  package var code: Code {
    switch self {
    case .allReady: .allReady
    case .notApplied: .notApplied
    case .absent: .absent
    case .notReady: .notReady
    case .moreNotReady: .moreNotReady
    case .egressClosed: .egressClosed
    case .egressLimited: .egressLimited
    case .egressUntold: .egressUntold
    }
  }

  /// How much it matters.
  package var gravity: Gravity {
    switch self {
    case .allReady, .notApplied: .well
    case .egressUntold: .untold
    case .egressLimited: .warning
    case .absent, .notReady, .moreNotReady, .egressClosed: .error
    }
  }
}
