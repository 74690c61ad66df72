import Facts
package import Plan

/// Whether a cluster answers, and whether it is the one that it was.
package enum ReachFinding: Fact, Hashable {
  /// It answers; nil where it does not tell its version.
  case answers(version: String?, Pace)
  /// Nothing can be known of it.
  case unknown(UnknownCluster)
  /// It is the cluster that the fleet was applied to.
  case remembered
  /// The fleet has not been applied there yet, so that nothing tells which cluster was meant.
  case unrecorded

  /// How long an answer takes, in classes: numbers of single answers say little.
  package enum Pace: Int, Hashable, Sendable, CaseIterable {
    case within50 = 50
    case within200 = 200
    case within1000 = 1_000
    /// Longer than a second: everything takes many times as long.
    case slow = 0

    /// The class of a time.
    init(_ time: Duration) {
      let fitting = Self.allCases.first { $0 != .slow && time <= .milliseconds($0.rawValue) }
      self = fitting ?? .slow
    }
  }

  /// The codes of this topic.
  package enum Code: String, FactCode {
    /// The cluster answers.
    case answers = "doctor.cluster-answers"
    /// The cluster answers, and takes longer than a second for it.
    case slow = "doctor.cluster-slow"
    /// Nothing can be known of the cluster: it cannot be reached, or is another than it was.
    case unknown = "doctor.cluster-unknown"
    case remembered = "doctor.identity-remembered"
    case unrecorded = "doctor.identity-unrecorded"
  }

  package var code: Code {
    switch self {
    case .answers(_, .slow): .slow
    case .answers: .answers
    case .unknown: .unknown
    case .remembered: .remembered
    case .unrecorded: .unrecorded
    }
  }

  /// How much it matters.
  package var gravity: Gravity {
    switch self {
    case .answers(_, .slow): .warning
    case .answers, .remembered, .unrecorded: .well
    case .unknown(let reason): reason.isWanted ? .well : .error
    }
  }
}
