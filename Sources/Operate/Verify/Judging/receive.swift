import Metrics
import Templates

extension HubView {
  /// What receive tells of a cluster; nil where it does not tell clusters apart.
  ///
  /// A cluster that shows a certificate has its own name for a tenant.
  func receive(of cluster: ClusterArrivals) -> ReceiveFigures? {
    guard let telling else { return nil }
    guard let names = arrivals.tenants else { return telling.tenants[cluster.cluster] }
    return telling.tenants.first { names.cluster(of: $0.key) == cluster.cluster }?.value
  }

  /// What receive holds of a cluster, and refuses it where nothing arrives: what was refused once need not be refused now.
  func taken(of cluster: ClusterArrivals, arrives: Bool) -> [WritingFinding] {
    guard let figures = receive(of: cluster) else { return [] }
    let refused = !arrives && !figures.refused.isEmpty
    return (refused ? [.receiveRefuses(figures.refused)] : []) + [.receiveHolds(figures)]
  }

  /// Of all clusters together.
  var received: [HubFinding] {
    switch answers.receive {
    case nil: []
    case .failure(let failure): [.untold(.receive, failure)]
    case .success: telling.map { [.receiveTells($0.sum, tenants: $0.tenants.count)] } ?? []
    }
  }
}
