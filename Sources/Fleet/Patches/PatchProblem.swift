import Facts

/// A patch that matches nothing.
package enum PatchProblem: Fact, Hashable {
  case unknownKind(String, known: [String])
  case unknownCluster(String, known: [String])

  package enum Code: String, FactCode {
    case unknownKind = "fleet.patch-kind-unknown"
    case unknownCluster = "fleet.patch-cluster-unknown"
  }

  package var code: Code {
    switch self {
    case .unknownKind: .unknownKind
    case .unknownCluster: .unknownCluster
    }
  }
}
