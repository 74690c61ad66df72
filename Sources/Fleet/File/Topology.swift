/// How metrics reach the hub.
package enum Topology: String, Hashable, Sendable, CaseIterable {
  /// Every managed cluster's Prometheus remote-writes to Thanos receive on the hub.
  case receive
  /// The hub's Prometheus reads from every managed cluster's, through a load balancer.
  case federate
  /// Every managed cluster's Prometheus uploads to the bucket; the hub asks its sidecar for what is
  /// newer.
  case sidecar
  /// A collector on every managed cluster reads from a Prometheus there and writes to Thanos receive
  /// on the hub, which knows it by its certificate.
  case collector

  /// The platforms that it runs on; the first is the usual one.
  package var platforms: [Platform] {
    switch self {
    case .receive, .collector: [.openshift, .kubernetes]
    case .federate, .sidecar: [.kubernetes]
    }
  }
}
