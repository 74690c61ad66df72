package import FoundationEssentials
package import Metrics

/// What a person asks of `verify`.
package struct VerifySettings: Sendable {
  /// By which way the hub is asked.
  package enum Way: Sendable {
    /// Through its API server: the standard.
    case serviceProxy
    /// At an address that somebody gives.
    case address(MetricsAddress)
    /// At the host of the querier's Route, with this token.
    case route(token: String?)
  }

  /// By which way the hub is asked.
  package var way: Way
  /// Whether a sample is written as each cluster and looked for on the hub.
  package var probes = false
  /// The clusters that are judged, by name; empty for all.
  package var clusters: Set<String>
  /// The process' variables, from which proxies and authorities are taken for an address.
  package var environment: [String: String]
  /// What one answer may take.
  package var limits: MetricsLimits
  /// The moment that is judged; nil for now by the hub's clock.
  package var moment: Date?

  package init(
    way: Way = .serviceProxy,
    clusters: Set<String> = [],
    environment: [String: String] = [:],
    limits: MetricsLimits = MetricsLimits(),
    moment: Date? = nil,
  ) {
    self.way = way
    self.clusters = clusters
    self.environment = environment
    self.limits = limits
    self.moment = moment
  }
}
