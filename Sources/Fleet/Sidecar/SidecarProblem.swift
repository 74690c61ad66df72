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

  /// The codes of this topic.
  package enum Code: String, FactCode {
    /// A cluster that must be reached has no way in.
    case noWayIn = "fleet.no-way-in"
    /// A cluster has two ways in where one is meant.
    case twoWaysIn = "fleet.two-ways-in"
    case ingressLacks = "fleet.ingress-key-missing"
    case ingressIgnores = "fleet.ingress-key-ignored"
    /// Two ways in have one host.
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
