import Facts
import YAML

extension Rule {
  /// There is one way to the hub: OpenShift's, or one that the file names.
  static let hubIsReached = Rule { source in
    guard [.receive, .collector].contains(source.topology), let hub = source.root["hub"],
      hub.pairs != nil
    else { return [] }
    let ways = ["ingress", "loadBalancer"].filter { hub[$0] != nil }
    let routes = hub["routes"].map { FleetProblem(.hub(.noRoutes), at: $0.mark) }
    guard source.platform(of: source.section.optionalSection("hub")) == .kubernetes else {
      return ways.compactMap { way in hub[way].map { superfluous(way, $0.mark) } }
    }
    return wayIn(ways, of: hub, source.topology) + [routes].compactMap(\.self)
  }

  /// Of a hub without Routes.
  private static func wayIn(_ ways: [String], of hub: Node, _ topology: Topology) -> [FleetProblem]
  {
    if topology == .collector { return ways.isEmpty ? [unreached(hub.mark)] : [] }
    if ways.count != 1 { return [undecided(hub.mark)] }
    guard let loadBalancer = hub["loadBalancer"], loadBalancer["tls"] == nil else { return [] }
    return [unencrypted(loadBalancer.mark)]
  }

  /// A way in that the platform brings already.
  private static func superfluous(_ key: String, _ mark: SourceMark) -> FleetProblem {
    FleetProblem(.hub(.superfluousWay(key: key)), at: mark)
  }

  /// An Ingress would take the clusters' certificates off.
  private static func unreached(_ mark: SourceMark) -> FleetProblem {
    FleetProblem(.hub(.loadBalancerMissing), at: mark)
  }

  /// Neither way in, where one is needed.
  private static func undecided(_ mark: SourceMark) -> FleetProblem {
    FleetProblem(.hub(.undecided), at: mark)
  }

  /// Tokens would be readable on the way.
  private static func unencrypted(_ mark: SourceMark) -> FleetProblem {
    FleetProblem(.hub(.unencrypted), at: mark)
  }
}
