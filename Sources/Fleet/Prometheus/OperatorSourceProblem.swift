import Facts

/// Bundles that cannot be found, or not be trusted.
package enum OperatorSourceProblem: Fact, Hashable {
  /// Neither or both of `path` and `url`.
  case notOnePlace
  /// Whoever serves it would decide what runs.
  case digestMissing

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case notOnePlace = "fleet.bundle-place"
    case digestMissing = "fleet.bundle-digest-missing"
  }

  package var code: Code {
    switch self {
    case .notOnePlace: .notOnePlace
    case .digestMissing: .digestMissing
    }
  }
}
