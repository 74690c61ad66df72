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

  /// Before the hub stands a proxy that asks for a token or a certificate, and nothing before that.
  static let hubIsGuarded = Rule { source in
    guard let hub = source.section.optionalSection("hub"),
      let gate = WayIn.all(of: hub).first(where: { $0.key == "loadBalancer" }),
      gate.mayBeOnInternet, gate.ranges.isEmpty || !gate.openRanges.isEmpty,
      let mark = source.root["hub"]?["loadBalancer"]?.mark
    else { return [] }
    return [FleetProblem(.exposure(.hub), .warning, at: mark)]
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

/// A way in from outside, as far as it matters who may use it.
private struct WayIn {
  let key: String
  let ranges: [String]
  /// Whether somebody else has made the load balancer, for others too.
  let isShared: Bool
  let mayBeOnInternet: Bool

  /// Ranges that leave nobody out.
  var openRanges: [String] { ranges.filter { $0.hasSuffix("/0") } }

  /// Every load balancer of a cluster, and what guards it.
  static func all(of cluster: Section) -> [WayIn] {
    ["loadBalancer", "ingress"].compactMap { key in
      cluster.optionalSection(key).flatMap { WayIn($0, key) }
    }
  }

  /// nil for a part that does not fit the table of keys.
  private init?(_ section: Section, _ key: String) {
    guard let isInternal = try? section.flag("internal"),
      let ranges = try? section.texts("loadBalancerSourceRanges")
    else { return nil }
    self.key = key
    self.ranges = ranges
    isShared = key == "ingress" && section.optionalText("class") == "nginx"
    mayBeOnInternet = isShared || !isInternal
  }
}
