package import Facts
package import Objects
package import YAML

/// What must be mended before a change can be applied.
package enum Obstacle: Error, Fact, Hashable {
  /// It bears the label of another fleet.
  case ownedByFleet(String)
  /// It is a text of the platform's, in which one fleet has its part, and that is another.
  case platformOfFleet(String)
  /// It has an operator installed for the whole cluster, which another fleet has already.
  case operatorOfFleet(String)
  /// A controller, and no person's hand, owns a field with another value.
  case conflict(FieldConflict)
  /// The dry run failed, and will again.
  case refused(KubernetesError)
  /// Its kind may not be read, so whether it exists is not known.
  case unreadable(APIStatus)
  /// The object's namespace is not there and nothing in the plan makes it.
  case missingNamespace(String)
  /// The cluster does not serve the object's kind, and nothing in the plan brings it.
  case missingKind(ResourceKind)
  /// It cannot be made without a value of a cluster that cannot be looked at.
  case unavailable(cluster: String)
  /// The fleet's part cannot be set into a text of somebody else's, or be taken out of it.
  case text(PartFlaw)
  /// The cluster's catalogue does not have the operator that is asked for.
  case catalogue(CatalogueGap)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case ownedByFleet = "object.other-fleet"
    case platformOfFleet = "object.platform-of-fleet"
    case operatorOfFleet = "object.operator-of-fleet"
    case conflict = "object.conflict"
    case refused = "object.refused"
    case unreadable = "object.unreadable"
    case missingNamespace = "object.missing-namespace"
    case missingKind = "object.missing-kind"
    case unavailable = "object.unavailable-value"
    case text = "object.text-not-editable"
    case catalogue = "object.not-in-catalogue"
  }

  package var code: Code {
    switch self {
    case .ownedByFleet: .ownedByFleet
    case .platformOfFleet: .platformOfFleet
    case .operatorOfFleet: .operatorOfFleet
    case .conflict: .conflict
    case .refused: .refused
    case .unreadable: .unreadable
    case .missingNamespace: .missingNamespace
    case .missingKind: .missingKind
    case .unavailable: .unavailable
    case .text: .text
    case .catalogue: .catalogue
    }
  }
}
