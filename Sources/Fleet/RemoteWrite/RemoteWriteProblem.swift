import Facts

/// What a cluster's Prometheus cannot do where it writes, by its mode or to whom.
package enum RemoteWriteProblem: Fact, Hashable {
  /// A key that only another mode looks at, which is named too.
  case withoutEffect(key: String, mode: String)
  /// A place for pods, of clusters that run none of the fleet's.
  case idlePlacement
  /// It chooses series by their names alone.
  case moreThanName(selector: String)
  /// Of a cluster with a MonitoringStack, which tells no Alertmanager but its own.
  case stackAlertmanagers
  /// A target is called as another of its cluster, or as the hub.
  case targetNameTaken(String)
  /// A header that Prometheus sets itself.
  case reservedHeader(String)
  /// A header with the name of a secret.
  case secretHeader(String)
  /// The first wait is longer than the longest.
  case backoff(String, limit: String)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case withoutEffect = "fleet.settings-without-effect"
    case idlePlacement = "fleet.idle-placement"
    case moreThanName = "fleet.selector-more-than-name"
    /// A MonitoringStack cannot tell these Alertmanagers of anything.
    case stackAlertmanagers = "fleet.stack-alertmanagers"
    case targetNameTaken = "fleet.target-name-taken"
    case reservedHeader = "fleet.reserved-header"
    case secretHeader = "fleet.secret-header"
    case backoff = "fleet.backoff"
  }

  package var code: Code {
    switch self {
    case .withoutEffect: .withoutEffect
    case .idlePlacement: .idlePlacement
    case .moreThanName: .moreThanName
    case .stackAlertmanagers: .stackAlertmanagers
    case .targetNameTaken: .targetNameTaken
    case .reservedHeader: .reservedHeader
    case .secretHeader: .secretHeader
    case .backoff: .backoff
    }
  }
}
