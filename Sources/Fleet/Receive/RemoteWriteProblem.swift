import Facts

/// What OpenShift's own Prometheus cannot do where it writes to the hub.
package enum RemoteWriteProblem: Fact, Hashable {
  /// Settings of it in a cluster of another mode.
  case settingsWithoutEffect
  /// It chooses series by their names alone.
  case moreThanName(selector: String)
  /// It would send all that it has.
  case noMetricsNamed
  /// It scrapes no applications.
  case applications(key: String)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case settingsWithoutEffect = "fleet.settings-without-effect"
    case moreThanName = "fleet.selector-more-than-name"
    case noMetricsNamed = "fleet.no-metrics-named"
    case applications = "fleet.applications-without-scraper"
  }

  package var code: Code {
    switch self {
    case .settingsWithoutEffect: .settingsWithoutEffect
    case .moreThanName: .moreThanName
    case .noMetricsNamed: .noMetricsNamed
    case .applications: .applications
    }
  }
}
