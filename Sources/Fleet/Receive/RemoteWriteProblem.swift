import Facts

/// What a cluster's Prometheus cannot do where it writes to the hub, by its mode.
package enum RemoteWriteProblem: Fact, Hashable {
  /// A key that only another mode looks at, which is named too.
  case withoutEffect(key: String, mode: String)
  /// It chooses series by their names alone.
  case moreThanName(selector: String)
  /// Of a cluster with a MonitoringStack, which tells no Alertmanager but its own.
  case stackAlertmanagers

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case withoutEffect = "fleet.settings-without-effect"
    case moreThanName = "fleet.selector-more-than-name"
    /// A MonitoringStack cannot tell these Alertmanagers of anything.
    case stackAlertmanagers = "fleet.stack-alertmanagers"
  }

  package var code: Code {
    switch self {
    case .withoutEffect: .withoutEffect
    case .moreThanName: .moreThanName
    case .stackAlertmanagers: .stackAlertmanagers
    }
  }
}
