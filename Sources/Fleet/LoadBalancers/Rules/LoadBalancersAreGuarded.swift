import Facts
import YAML

extension Rule {
  /// Behind a load balancer on the internet, nothing but its source ranges guards Prometheus.
  static let loadBalancersAreGuarded = Rule { source in
    source.clusters.flatMap { cluster -> [FleetProblem] in
      WayIn.all(of: cluster.section).flatMap { gate -> [FleetProblem] in
        let place = source.setting(gate.key, of: cluster.node)
        let mark = (place ?? cluster.node).mark
        guard gate.mayBeOnInternet else { return [] }
        if gate.ranges.isEmpty { return [open(gate, mark)] }
        return gate.openRanges.map { everybody($0, mark) }
      }
    }
  }

  /// Everybody who reaches the network gets in.
  private static func open(_ gate: WayIn, _ mark: SourceMark) -> FleetProblem {
    FleetProblem(.exposure(gate.isShared ? .maybeOpen : .open), at: mark)
  }

  /// A range that leaves nobody out.
  private static func everybody(_ range: String, _ mark: SourceMark) -> FleetProblem {
    FleetProblem(.exposure(.everybody(range: range)), .warning, at: mark)
  }
}
