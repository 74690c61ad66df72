/// What watches over the hub's own Thanos.
package enum HubMonitoring: Hashable, Sendable {
  /// A Prometheus of the fleet's own, which needs no operator.
  case own(PrometheusServer)
  /// One that an operator runs already.
  case existing(ExistingMonitoring)

  static let modes = ["own", "existing"]
}

/// A Prometheus on the hub that somebody else runs.
package struct ExistingMonitoring: Hashable, Sendable {
  /// The namespace of its pods, which are let in.
  package var namespace: String
  /// By which it chooses what it scrapes and evaluates.
  package var labels: [String: String]
  /// Where Grafana asks it; nil where it shall not.
  package var url: String?
}
