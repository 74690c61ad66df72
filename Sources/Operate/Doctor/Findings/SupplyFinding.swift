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
  /// All that the fleet names and does not make, so many.
  case hasSupplies(Int)
  /// These objects name what is not there, or has not the keys.
  case lacks(Lack, [ObjectReference])
  /// What the fleet names may not be read; never empty.
  case suppliesUntold([Supply])

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
    /// All that the fleet names and does not make is there.
    case hasSupplies = "doctor.supplies-there"
    /// A Secret, a ConfigMap or a PriorityClass that the fleet names is not there, or has not the keys.
    case lacks = "doctor.supply-missing"
    /// Something that the fleet names may not be read.
    case suppliesUntold = "doctor.supplies-untold"
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
    case .hasSupplies: .hasSupplies
    case .lacks: .lacks
    case .suppliesUntold: .suppliesUntold
    }
  }

  /// How much it matters.
  package var gravity: Gravity {
    switch self {
    case .servesKinds, .hasStorage, .hasIngressClasses, .hasSupplies: .well
    case .untold, .suppliesUntold: .untold
    // Pods start without them: images may be had without a login, and jobs are left out.
    case .lacks(let lack, _) where lack.supply.use == .pulling || lack.supply.isOptional: .warning
    case .lacks: .error
    case .lacksKinds, .lacksInCatalogue, .lacksStorageClass, .lacksIngressClass: .error
    }
  }
}
