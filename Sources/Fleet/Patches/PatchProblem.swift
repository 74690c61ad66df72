import Facts

/// A patch that matches nothing.
package enum PatchProblem: Fact, Hashable {
  case unknownKind(String, known: [String])
  case unknownCluster(String, known: [String])

  /// The codes of this topic.
  package enum Code: String, FactCode {
    /// A patch is for a kind that fedctl does not render.
    case unknownKind = "fleet.patch-kind-unknown"
    /// A patch is for a cluster that the fleet does not have.
    case unknownCluster = "fleet.patch-cluster-unknown"
  }

  package var code: Code {
    switch self {
    case .unknownKind: .unknownKind
    case .unknownCluster: .unknownCluster
    }
  }
}
