import Facts
package import JSON
package import Objects

/// Why a patch cannot be applied, or does not do what its writer may believe: what the file alone tells, and what shows
/// when objects are rendered.
package enum PatchProblem: Fact, Hashable {
  case unknownKind(String, known: [String])
  case unknownCluster(String, known: [String])
  case unknownGroup(String, known: [String])
  /// Neither or both of `merge` and `ops`, or a `type` that is the other's.
  case undecided
  /// An operation lacks a key that it needs, or has one that means nothing to it.
  case operationKey(String, op: String, isMissing: Bool)
  /// No object is chosen by the patch's target.
  case matchesNothing(Patch.Target)
  /// Every object that is chosen is afterwards as it was before.
  case noEffect(Patch.Target)
  /// The field says which object it is or whose; changing it would make another object.
  case changesIdentity(ObjectReference, FieldPath)
  /// The field is filled when its value is known.
  case changesPendingField(ObjectReference, FieldPath)
  /// What merging has shown: the first object in which it did, and in how many others.
  case merging(ObjectReference, others: Int, MergeFinding)
  /// An operation cannot be done to an object, or to so many others alike.
  case operationFails(ObjectReference, others: Int, JSONOperationFailure)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    /// A patch is for a kind that fedctl does not render.
    case unknownKind = "fleet.patch-kind-unknown"
    /// A patch is for a cluster that the fleet does not have.
    case unknownCluster = "fleet.patch-cluster-unknown"
    /// A patch is for a group that the fleet does not have.
    case unknownGroup = "fleet.patch-group-unknown"
    /// A patch does not say what it does, or says two things.
    case undecided = "fleet.patch-undecided"
    case operationKey = "fleet.patch-operation-key"
    /// A patch chooses no object.
    case matchesNothing = "patch.matches-nothing"
    /// A patch changes nothing.
    case noEffect = "patch.no-effect"
    /// A patch would make another object.
    case changesIdentity = "patch.changes-identity"
    /// A patch sets what fedctl fills in.
    case changesPendingField = "patch.changes-pending-field"
    /// A patch replaces a list without some of its elements.
    case losesElements = "patch.loses-elements"
    /// An element does not say which element of the list it is.
    case elementWithoutKey = "patch.element-without-key"
    /// An element could be several elements of the list.
    case ambiguousElement = "patch.ambiguous-element"
    case unknownDirective = "patch.unknown-directive"
    /// An operation of a patch leads nowhere, or a test fails.
    case operationFails = "patch.operation-fails"
  }

  package var code: Code {
    switch self {
    case .unknownKind: .unknownKind
    case .unknownCluster: .unknownCluster
    case .unknownGroup: .unknownGroup
    case .undecided: .undecided
    case .operationKey: .operationKey
    case .matchesNothing: .matchesNothing
    case .noEffect: .noEffect
    case .changesIdentity: .changesIdentity
    case .changesPendingField: .changesPendingField
    case .merging(_, _, .lost): .losesElements
    case .merging(_, _, .withoutKey): .elementWithoutKey
    case .merging(_, _, .ambiguous): .ambiguousElement
    case .merging(_, _, .unknownDirective): .unknownDirective
    case .operationFails: .operationFails
    }
  }
}
