import Facts
import YAML

extension Rule {
  /// Series of two clusters with the same labels could not be told apart on the hub.
  static let distinctExternalLabels = Rule { source in
    var owners: [[String: String]: String] = [:]
    return source.clusters.compactMap { cluster in
      guard let name = cluster.section.optionalText("name"),
        let given = try? cluster.section.map("externalLabels")
      else { return nil }
      let labels = ["cluster": name].merging(given) { _, given in given }
      guard let owner = owners.updateValue(name, forKey: labels), owner != name else { return nil }
      return FleetProblem(
        .cluster(.labelsTaken(cluster: name, other: owner, labels: sorted(labels))),
        at: cluster.node["externalLabels"]?.mark ?? cluster.node.mark,
      )
    }
  }

  private static func sorted(_ labels: [String: String]) -> [ExternalLabel] {
    labels.sorted { $0.key < $1.key }.map { ExternalLabel(name: $0.key, value: $0.value) }
  }
}
