import Facts
import YAML

extension Rule {
  /// A cluster is in groups that the file has, and what no cluster is in is most likely misspelt somewhere.
  static let groupsAreThere = Rule { source in
    let groups = source.root["groups"]?.pairs ?? []
    let known = groups.map(\.key)
    let named = source.clusters.flatMap { $0.node["groups"]?.elements ?? [] }
    let texts = Set(named.compactMap { $0.scalar?.text })
    return named.compactMap { node in
      guard let text = node.scalar?.text, !known.contains(text) else { return nil }
      return FleetProblem(.cluster(.unknownGroup(text, known: known)), at: node.mark)
    }
      + groups.filter { !texts.contains($0.key) }.map {
        FleetProblem(.cluster(.emptyGroup($0.key)), .warning, at: $0.keyMark)
      }
  }
}
