import Facts

/// Sidecars that the hub could not reach.
package enum SidecarProblem: Fact, Hashable {
  case noWayIn
  case twoWaysIn
  /// A key that an ingress of this class needs.
  case ingressLacks(key: String, controller: String)
  /// A key that has no meaning for this class.
  case ingressIgnores(key: String, controller: String)
  case hostTaken(String, cluster: String, other: String)

  package enum Code: String, FactCode {
    case noWayIn = "fleet.no-way-in"
    case twoWaysIn = "fleet.two-ways-in"
    case ingressLacks = "fleet.ingress-key-missing"
    case ingressIgnores = "fleet.ingress-key-ignored"
    case hostTaken = "fleet.host-taken"
  }

  package var code: Code {
    switch self {
    case .noWayIn: .noWayIn
    case .twoWaysIn: .twoWaysIn
    case .ingressLacks: .ingressLacks
    case .ingressIgnores: .ingressIgnores
    case .hostTaken: .hostTaken
    }
  }
}
