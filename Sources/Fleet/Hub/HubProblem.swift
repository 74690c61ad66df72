import Facts

/// A hub that clusters could not reach, or could reach in two ways.
package enum HubProblem: Fact, Hashable {
  /// OpenShift has Routes.
  case superfluousWay(key: String)
  /// Nothing but OpenShift has them.
  case noRoutes
  /// A certificate for Routes to which the file gives no host.
  case certificateWithoutHost
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
  /// A login leads people back to an address, and Grafana has none.
  case loginWithoutAddress
  /// A member of the section of a login's provider is needed.
  case loginLacks(setting: String, provider: String)
  /// A member that fedctl writes itself.
  case reservedLoginSetting(String)
  /// A member that Grafana does not know, as far as fedctl does; `like` is one that may be meant.
  case unknownLoginSetting(String, like: String?)
  /// The namespace, of more than so many characters, leaves no room for this Route's name in one label of a host.
  case routeHostTooLong(route: String, limit: Int)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case superfluousWay = "fleet.superfluous-way-in"
    /// Names of Routes are given for a hub that has none.
    case noRoutes = "fleet.no-routes"
    /// A certificate for Routes is given, and no host that it is for.
    case certificateWithoutHost = "fleet.certificate-without-host"
    case loadBalancerMissing = "fleet.load-balancer-missing"
    case undecided = "fleet.hub-way-in-undecided"
    case unencrypted = "fleet.unencrypted-load-balancer"
    /// Samples go before coarser ones have been made of them.
    case retentionTooShort = "fleet.retention-before-downsampling"
    /// A key of a Grafana of the fleet's own stands beside `existing`.
    case besideExistingGrafana = "fleet.beside-existing-grafana"
    /// People could not come back from where they log in.
    case loginWithoutAddress = "fleet.login-without-address"
    /// A setting of a login is missing.
    case loginLacks = "fleet.login-setting-missing"
    /// A setting of a login is fedctl's to write.
    case reservedLoginSetting = "fleet.login-setting-reserved"
    /// A setting of a login is none that is known.
    case unknownLoginSetting = "fleet.login-setting-unknown"
    /// A Route's host would have a label of more than 63 characters.
    case routeHostTooLong = "fleet.route-host-too-long"
  }

  package var code: Code {
    switch self {
    case .superfluousWay: .superfluousWay
    case .noRoutes: .noRoutes
    case .certificateWithoutHost: .certificateWithoutHost
    case .loadBalancerMissing: .loadBalancerMissing
    case .undecided: .undecided
    case .unencrypted: .unencrypted
    case .retentionTooShort: .retentionTooShort
    case .besideExistingGrafana: .besideExistingGrafana
    case .loginWithoutAddress: .loginWithoutAddress
    case .loginLacks: .loginLacks
    case .reservedLoginSetting: .reservedLoginSetting
    case .unknownLoginSetting: .unknownLoginSetting
    case .routeHostTooLong: .routeHostTooLong
    }
  }
}
