import Facts
package import Objects
package import Plan

/// Whether a cluster has what the fleet builds on: kinds, operators in catalogues, classes.
package enum SupplyFinding: Fact, Hashable {
  /// It serves all kinds that the fleet needs, so many of them.
  case servesKinds(Int)
  /// It does not serve kinds of one group, and nothing of the fleet brings them; `served` are the versions of the group
  /// that it has.
  case lacksKinds([ResourceKind], served: [String])
  /// The catalogue lacks what a Subscription asks for.
  case lacksInCatalogue(CatalogueGap, of: ObjectReference)
  case hasStorage
  /// New volume claims of these workloads ask for a class that is not there; nil is a default one.
  case lacksStorageClass(String?, [ObjectReference])
  case hasIngressClasses
  /// These Ingresses ask for a class that is not there; nil is a default one.
  case lacksIngressClass(String?, [ObjectReference])
  /// Classes may not be read.
  case untold(ResourceKind)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case servesKinds = "doctor.kinds-served"
    case lacksKinds = "doctor.kind-missing"
    case lacksInCatalogue = "doctor.operator-missing"
    /// It has the storage classes that are asked for.
    case hasStorage = "doctor.storage-classes-there"
    case lacksStorageClass = "doctor.storage-class-missing"
    /// It has the classes that Ingresses ask for.
    case hasIngressClasses = "doctor.ingress-classes-there"
    case lacksIngressClass = "doctor.ingress-class-missing"
    case untold = "doctor.classes-untold"
  }

  package var code: Code {
    switch self {
    case .servesKinds: .servesKinds
    case .lacksKinds: .lacksKinds
    case .lacksInCatalogue: .lacksInCatalogue
    case .hasStorage: .hasStorage
    case .lacksStorageClass: .lacksStorageClass
    case .hasIngressClasses: .hasIngressClasses
    case .lacksIngressClass: .lacksIngressClass
    case .untold: .untold
    }
  }

  /// How much it matters.
  package var gravity: Gravity {
    switch self {
    case .servesKinds, .hasStorage, .hasIngressClasses: .well
    case .untold: .untold
    case .lacksKinds, .lacksInCatalogue, .lacksStorageClass, .lacksIngressClass: .error
    }
  }
}
