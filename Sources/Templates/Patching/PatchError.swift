import Facts
package import Fleet
package import JSON
package import Objects

/// Why a patch cannot be applied.
package enum PatchError: Hashable, Fact {
  /// No object is chosen by the patch's target.
  case matchesNothing(Patch.Target)
  /// The field says which object it is or whose; changing it would make another object.
  case changesIdentity(ObjectReference, FieldPath)
  /// The field is filled when its value is known.
  case changesPendingField(ObjectReference, FieldPath)

  /// See docs/codes.md.
  package enum Code: String, FactCode {
    case matchesNothing = "patch.matches-nothing"
    case changesIdentity = "patch.changes-identity"
    case changesPendingField = "patch.changes-pending-field"
  }

  package var code: Code {
    switch self {
    case .matchesNothing: .matchesNothing
    case .changesIdentity: .changesIdentity
    case .changesPendingField: .changesPendingField
    }
  }
}
