import Facts
import JSON
import YAML

extension Rule {
  /// The hub reaches each cluster's sidecar in one way.
  static let oneWayIn = Rule { source in
    guard source.topology == .sidecar else { return [] }
    return source.clusters.compactMap { cluster in
      let ways = ["ingress", "loadBalancer"].filter { cluster.section.members[$0] != nil }
      guard ways.count != 1 else { return nil }
      return FleetProblem(.sidecar(ways.isEmpty ? .noWayIn : .twoWaysIn), at: cluster.node.mark)
    }
  }
}
