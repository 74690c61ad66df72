import Facts
import YAML

extension Rule {
  /// A rule that no two clusters have one value of a key, nor a cluster the hub's.
  ///
  /// `hubStandard` is the hub's value where the file gives none; with `isShared`, a cluster that is the hub has it, too.
  static func distinct(
    _ key: String,
    hubStandard: String? = nil,
    isShared: Bool = false,
    _ problem:
      @escaping @Sendable (_ value: String, _ owner: ClusterProblem.Owner) ->
      ClusterProblem,
  ) -> Rule {
    Rule { source in
      var owners: [String: SourceMark] = [:]
      let hub = source.root["hub"]?[key]?.scalar?.text ?? hubStandard
      return source.clusters.compactMap { cluster in
        guard let node = cluster.node[key], let value = node.scalar?.text else { return nil }
        if value == hub, !isShared || !cluster.section.isOnHub {
          return FleetProblem(.cluster(problem(value, .hub)), at: node.mark)
        }
        if let mark = owners[value] {
          let file = mark.file == node.mark.file ? nil : mark.file
          let owner = ClusterProblem.Owner.cluster(line: mark.line, of: file)
          return FleetProblem(.cluster(problem(value, owner)), at: node.mark)
        }
        owners[value] = node.mark
        return nil
      }
    }
  }
}
