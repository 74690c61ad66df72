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
        guard let value = cluster.section.optionalText(key) else { return nil }
        let mark = cluster.node[key]?.mark ?? cluster.node.mark
        if value == hub, !isShared || !cluster.section.isOnHub {
          return FleetProblem(.cluster(problem(value, .hub)), at: mark)
        }
        if let first = owners[value] {
          let file = first.file == mark.file ? nil : first.file
          let owner = ClusterProblem.Owner.cluster(line: first.line, of: file)
          return FleetProblem(.cluster(problem(value, owner)), at: mark)
        }
        owners[value] = mark
        return nil
      }
    }
  }
}
