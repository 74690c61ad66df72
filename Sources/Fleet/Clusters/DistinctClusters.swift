import Facts
import YAML

extension Rule {
  /// A rule that no two clusters have one value of a key, nor a cluster the hub's.
  ///
  /// `hubStandard` is the hub's value where the file gives none.
  static func distinct(
    _ key: String,
    hubStandard: String? = nil,
    _ problem:
      @escaping @Sendable (_ value: String, _ owner: ClusterProblem.Owner) ->
      ClusterProblem,
  ) -> Rule {
    Rule { source in
      var owners: [String: ClusterProblem.Owner] = [:]
      if let hub = source.root["hub"]?[key]?.scalar?.text ?? hubStandard { owners[hub] = .hub }
      return source.clusters.compactMap { cluster in
        guard let node = cluster.node[key], let value = node.scalar?.text else { return nil }
        if let owner = owners[value] {
          return FleetProblem(.cluster(problem(value, owner)), at: node.mark)
        }
        owners[value] = .cluster(line: node.mark.line)
        return nil
      }
    }
  }
}
