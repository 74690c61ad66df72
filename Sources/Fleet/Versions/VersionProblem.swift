import Facts

/// Versions that do not work together, or that nobody mends.
package enum VersionProblem: Fact, Hashable {
  /// The operator does not run that Prometheus at all.
  case impossible(ImpossiblePair)
  /// Of a program that the fleet runs.
  case ended(EndedSupport)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case impossible = "fleet.impossible-pair"
    /// A release gets no fixes any more.
    case ended = "fleet.version-ended"
  }

  package var code: Code {
    switch self {
    case .impossible: .impossible
    case .ended: .ended
    }
  }
}
