import Facts

/// What is doubtful about federation.
package enum FederateProblem: Fact, Hashable {
  /// The selector takes every series of a cluster.
  case everything(selector: String)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case everything = "fleet.federates-everything"
  }

  package var code: Code {
    switch self {
    case .everything: .everything
    }
  }
}
