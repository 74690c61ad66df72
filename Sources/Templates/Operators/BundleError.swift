import Facts
package import Fleet

/// Why a file is no bundle of the Prometheus operator.
package enum BundleError: Error, Hashable, Fact {
  /// A document that is no Kubernetes object.
  case noObject
  /// An object, as `Ingress web`, whose kind has no place in a bundle.
  case otherKind(String)
  /// Not exactly one Deployment with one container.
  case noOperator
  /// No definition of the kind Prometheus, in the version that fedctl writes.
  case noDefinitions
  /// Its operator does not run a Prometheus of the fleet.
  case impossible(ImpossiblePair)

  /// See docs/codes.md.
  package enum Code: String, FactCode {
    case noObject = "bundle.no-object"
    case otherKind = "bundle.other-kind"
    case noOperator = "bundle.no-operator"
    case noDefinitions = "bundle.no-definitions"
    case impossible = "bundle.impossible-pair"
  }

  package var code: Code {
    switch self {
    case .noObject: .noObject
    case .otherKind: .otherKind
    case .noOperator: .noOperator
    case .noDefinitions: .noDefinitions
    case .impossible: .impossible
    }
  }
}
