import Facts
import YAML

extension Rule {
  /// Each copy of a sample is in a pod of its own, and copies are for being without one of them.
  static let copiesFitPods = Rule { source in
    guard let receive = source.section.optionalSection("hub")?.optionalSection("receive"),
      let copies = try? receive.count("replicationFactor"),
      let pods = try? receive.count("replicas"),
      let node = source.root["hub"]?["receive"]?["replicationFactor"]
    else { return [] }
    if copies > pods { return [tooMany(copies, pods, node.mark)] }
    return copies == 2 ? [two(node.mark)] : []
  }

  /// Each copy needs a pod of its own.
  private static func tooMany(_ copies: Int, _ pods: Int, _ mark: SourceMark) -> FleetProblem {
    FleetProblem(.receive(.tooManyCopies(copies, pods: pods)), at: mark)
  }

  /// Allowed, and seldom meant.
  private static func two(_ mark: SourceMark) -> FleetProblem {
    FleetProblem(.receive(.twoCopies), .warning, at: mark)
  }
}
