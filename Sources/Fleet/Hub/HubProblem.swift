import Facts

/// A hub that clusters could not reach, or could reach in two ways.
package enum HubProblem: Fact, Hashable {
  /// OpenShift has Routes.
  case superfluousWay(key: String)
  /// Collectors show certificates, which an Ingress would take off.
  case loadBalancerMissing
  /// Neither or both of `ingress` and `loadBalancer`.
  case undecided
  /// Tokens would pass it as they are.
  case unencrypted
  /// Samples of a resolution, by its key, go before coarser ones have been made of them, which takes as long as `least`.
  case retentionTooShort(String, key: String, least: String)
  /// A key of a Grafana of the fleet's own, beside `existing`.
  case besideExistingGrafana(key: String)
  /// The namespace, of more than so many characters, leaves no room for this Route's name in one label of a host.
  case routeHostTooLong(route: String, limit: Int)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case superfluousWay = "fleet.superfluous-way-in"
    case loadBalancerMissing = "fleet.load-balancer-missing"
    case undecided = "fleet.hub-way-in-undecided"
    case unencrypted = "fleet.unencrypted-load-balancer"
    /// Samples go before coarser ones have been made of them.
    case retentionTooShort = "fleet.retention-before-downsampling"
    /// A key of a Grafana of the fleet's own stands beside `existing`.
    case besideExistingGrafana = "fleet.beside-existing-grafana"
    /// A Route's host would have a label of more than 63 characters.
    case routeHostTooLong = "fleet.route-host-too-long"
  }

  package var code: Code {
    switch self {
    case .superfluousWay: .superfluousWay
    case .loadBalancerMissing: .loadBalancerMissing
    case .undecided: .undecided
    case .unencrypted: .unencrypted
    case .retentionTooShort: .retentionTooShort
    case .besideExistingGrafana: .besideExistingGrafana
    case .routeHostTooLong: .routeHostTooLong
    }
  }
}
