import Facts

/// Versions that do not work together, or that nobody mends.
package enum VersionProblem: Fact, Hashable {
  /// The operator does not run that Prometheus at all.
  case impossible(ImpossiblePair)
  /// Of a program that the fleet runs.
  case ended(EndedSupport)
  /// The querier would speak plain text to clusters that want TLS.
  case oldQuerier(OldQuerier)
  /// That Prometheus refuses to take a user's name from a file.
  case unreadLogin(Version)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case impossible = "fleet.impossible-pair"
    /// A release gets no fixes any more.
    case ended = "fleet.version-ended"
    /// The querier's release cannot ask single endpoints over TLS.
    case oldQuerier = "fleet.old-querier"
    /// The release of Prometheus takes no user's name from a file.
    case unreadLogin = "fleet.unread-login"
  }

  package var code: Code {
    switch self {
    case .impossible: .impossible
    case .ended: .ended
    case .oldQuerier: .oldQuerier
    case .unreadLogin: .unreadLogin
    }
  }
}
