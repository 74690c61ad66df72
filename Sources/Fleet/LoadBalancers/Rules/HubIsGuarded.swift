import Facts
import YAML

extension Rule {
  /// Before the hub stands a proxy that asks for a token or a certificate, and nothing before that.
  static let hubIsGuarded = Rule { source in
    guard let hub = source.section.optionalSection("hub"),
      let gate = WayIn.all(of: hub).first(where: { $0.key == "loadBalancer" }),
      gate.mayBeOnInternet, gate.ranges.isEmpty || !gate.openRanges.isEmpty,
      let mark = source.root["hub"]?["loadBalancer"]?.mark
    else { return [] }
    return [FleetProblem(.exposure(.hub), .warning, at: mark)]
  }
}
