import Facts
package import JSON
package import Objects

/// Why a patch cannot be applied: what the file alone tells, and what shows when objects are rendered.
package enum PatchProblem: Fact, Hashable {
  case unknownKind(String, known: [String])
  case unknownCluster(String, known: [String])
  /// No object is chosen by the patch's target.
  case matchesNothing(Patch.Target)
  /// The field says which object it is or whose; changing it would make another object.
  case changesIdentity(ObjectReference, FieldPath)
  /// The field is filled when its value is known.
  case changesPendingField(ObjectReference, FieldPath)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    /// A patch is for a kind that fedctl does not render.
    case unknownKind = "fleet.patch-kind-unknown"
    /// A patch is for a cluster that the fleet does not have.
    case unknownCluster = "fleet.patch-cluster-unknown"
    /// A patch chooses no object.
    case matchesNothing = "patch.matches-nothing"
    /// A patch would make another object.
    case changesIdentity = "patch.changes-identity"
    /// A patch sets what fedctl fills in.
    case changesPendingField = "patch.changes-pending-field"
  }

  package var code: Code {
    switch self {
    case .unknownKind: .unknownKind
    case .unknownCluster: .unknownCluster
    case .matchesNothing: .matchesNothing
    case .changesIdentity: .changesIdentity
    case .changesPendingField: .changesPendingField
    }
  }
}
