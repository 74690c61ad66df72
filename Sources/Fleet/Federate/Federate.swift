/// What is federated: into the cluster's Prometheus from the platform's own, or into the hub's from
/// the cluster's.
package struct Federate: Hashable, Sendable {
  /// Series selectors, one `match[]` each.
  package var match: [String]
  /// As Prometheus writes durations; at least 30s and below 5m.
  package var interval: String
}
