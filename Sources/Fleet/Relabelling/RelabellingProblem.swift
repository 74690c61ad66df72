import Facts

/// A relabelling that Prometheus would refuse, or that would do harm.
package enum RelabellingProblem: Fact, Hashable {
  case missing(key: String, action: Relabelling.Action)
  case withoutEffect(key: String, action: Relabelling.Action)
  /// It takes or changes a label by which the hub tells series apart.
  case identity(label: String)
  /// What is scraped may bear a label by which the hub tells series apart, and keeps it.
  case identityGiven(label: String)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    /// The action of a relabelling needs a key.
    case missing = "fleet.relabelling-incomplete"
    /// The action of a relabelling has no use for a key.
    case withoutEffect = "fleet.relabelling-without-effect"
    case identity = "fleet.relabelling-of-identity"
    case identityGiven = "fleet.identity-given"
  }

  package var code: Code {
    switch self {
    case .missing: .missing
    case .withoutEffect: .withoutEffect
    case .identity: .identity
    case .identityGiven: .identityGiven
    }
  }
}
