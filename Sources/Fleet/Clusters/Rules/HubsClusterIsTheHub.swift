import Facts
import JSON
import YAML

extension Rule {
  /// Of a cluster that is the hub, the context leads there, and what cannot be two ways on one cluster is as the
  /// hub has it.
  static let hubsClusterIsTheHub = Rule { source in
    let hub = source.section.optionalSection("hub") ?? Section(members: [:])
    return source.clusters.filter(\.section.isOnHub).flatMap { node, cluster in
      let unlike = ["context", "server", "platform"].compactMap { key -> FleetProblem? in
        // What neither says, the file does: that is so of the platform alone.
        let (own, wanted) = (source.text(key, cluster), source.text(key, hub))
        guard own != nil, own != wanted else { return nil }
        return FleetProblem(.cluster(.unlikeHub(key: key, hub: wanted)), at: mark(node, key))
      }
      return unlike + otherOperator(node, cluster, hub)
        + (cluster.isInMaintenance
          ? [FleetProblem(.cluster(.hubInMaintenance), at: mark(node, "maintenance"))] : [])
    }
  }

  private static func mark(_ cluster: Node, _ key: String) -> SourceMark {
    cluster[key]?.mark ?? cluster.mark
  }

  /// One operator looks after one namespace: two of different releases would undo each other's work.
  private static func otherOperator(
    _ node: Node,
    _ cluster: Section,
    _ hub: Section,
  ) -> [FleetProblem] {
    let key = "prometheusOperator"
    guard let wanted = hub.optionalSection(key), let own = cluster.optionalSection(key),
      JSON.object(wanted.members) != JSON.object(own.members)
    else { return [] }
    return [FleetProblem(.cluster(.unlikeHub(key: key, hub: nil)), at: mark(node, key))]
  }
}

extension Section {
  fileprivate var isInMaintenance: Bool { (try? flag("maintenance")) ?? false }
}

extension FleetSource {
  /// What a cluster has of a key, or else the file.
  fileprivate func text(_ key: String, _ cluster: Section) -> String? {
    cluster.optionalText(key) ?? section.optionalText(key)
  }
}
