/// Of what a cluster has one series each.
package enum UsageScale: Hashable, Sendable, CaseIterable {
  case pod
  case container
  case node
  case claim
  case target
  case cluster
}

extension UsageSeries {
  /// By which its number grows.
  package var scale: UsageScale {
    switch self {
    case .cpu, .memory, .received, .sent, .receivedTotal, .sentTotal, .nodeNetwork, .disk: .pod
    case .restarts: .container
    case .volumes: .claim
    case .targets: .target
    case .cores, .nodeMemory: .node
    case .openshiftVersion, .operators, .kubernetesVersion, .alerts: .cluster
    }
  }
}
