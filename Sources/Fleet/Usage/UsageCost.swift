/// How many series the hub has more because a cluster tells what its components use.
///
/// It is reckoned by what the fleet file selects, and nobody is asked: how many pods a cluster has is not
/// known before it is looked at, and is another number an hour later.
package struct UsageCost: Hashable, Sendable {
  /// Series for one of each, at most; what has none is not in it.
  package let rates: [UsageScale: Int]

  /// nil where nothing is told.
  package init?(telling series: [UsageSeries]) {
    guard !series.isEmpty else { return nil }
    rates = Dictionary(series.map { ($0.scale, $0.number) }, uniquingKeysWith: +)
  }

  /// Of a hundred pods that have two containers and one target each, on five nodes with one claim for each
  /// ten pods.
  package var forHundredPods: Int {
    let sizes: [UsageScale: Int] = [
      .pod: 100, .container: 200, .target: 100, .claim: 10, .node: 5, .cluster: 1,
    ]
    return rates.reduce(0) { $0 + $1.value * (sizes[$1.key] ?? 0) }
  }
}

extension UsageSeries {
  /// For one of its scale.
  fileprivate var number: Int {
    switch self {
    // OpenShift 4.18 has 34 of them.
    case .operators: 34
    // As many as people bear.
    case .alerts: 5
    case .cpu, .memory, .received, .sent, .receivedTotal, .sentTotal, .nodeNetwork, .restarts,
      .disk,
      .volumes, .targets, .cores, .nodeMemory, .openshiftVersion, .kubernetesVersion:
      1
    }
  }
}

extension Fleet {
  /// What each cluster's telling costs, alike clusters together, in the order of the file.
  package var usageCosts: [(cost: UsageCost, clusters: [String])] {
    var costs: [(cost: UsageCost, clusters: [String])] = []
    for cluster in clusters {
      guard let cost = UsageCost(telling: cluster.usageSeries) else { continue }
      if let place = costs.firstIndex(where: { $0.cost == cost }) {
        costs[place].clusters.append(cluster.name)
      } else {
        costs.append((cost, [cluster.name]))
      }
    }
    return costs
  }
}
