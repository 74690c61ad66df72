import JSON
import YAML

extension Rule {
  /// What goes to the hub keeps the labels by which clusters and copies are told apart, or their samples
  /// would be taken for one another's.
  static let relabellingKeepsIdentity = Rule { source in
    source.clusters.flatMap { node, section -> [FleetProblem] in
      let labels = section.identityLabels
      let list = source.setting("remoteWrite", "writeRelabel", of: node)?.elements ?? []
      return list.compactMap { relabelling in
        let effect = RelabellingEffect(relabelling)
        return labels.first(where: effect.mayChange).map {
          FleetProblem(.relabelling(.identity(label: $0)), at: relabelling.mark)
        }
      }
    }
  }
}

extension Section {
  /// The labels by which the hub tells whose the series of a cluster are, and of which copy.
  var identityLabels: [String] {
    let own = optionalSection("externalLabels")?.members.keys.map(\.self) ?? []
    return ["cluster"] + own.filter { $0 != "cluster" } + [
      "prometheus_replica", "collector_replica",
    ]
  }
}
