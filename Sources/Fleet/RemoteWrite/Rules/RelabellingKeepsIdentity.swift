import JSON
import YAML

extension Rule {
  /// What goes to the hub keeps the labels by which clusters and copies are told apart, or their samples
  /// would be taken for one another's.
  static let relabellingKeepsIdentity = Rule { source in
    source.clusters.flatMap { node, section -> [FleetProblem] in
      let own = section.optionalSection("externalLabels")?.members.keys.map(\.self) ?? []
      let labels = ["cluster"] + own + ["prometheus_replica", "collector_replica"]
      let list = source.setting("remoteWrite", "writeRelabel", of: node)?.elements ?? []
      return list.compactMap { relabelling in
        labels.first { harms(relabelling, $0) }.map {
          FleetProblem(.relabelling(.identity(label: $0)), at: relabelling.mark)
        }
      }
    }
  }

  /// Whether the label may have another value afterwards, or be gone.
  private static func harms(_ relabelling: Node, _ label: String) -> Bool {
    let regex = relabelling["regex"]?.scalar?.text
    switch relabelling["action"]?.scalar?.text {
    case "keep", "drop", "keepequal", "dropequal": return false
    case "labeldrop": return regex.map { matches($0, label) } ?? false
    case "labelkeep": return regex.map { !matches($0, label) } ?? false
    case "labelmap":
      // Which names come of it depends on the series.
      return relabelling["replacement"]?.scalar?.text == label
    default: return relabelling["targetLabel"]?.scalar?.text == label
    }
  }

  /// By the whole name; what cannot be read here is told elsewhere, or left to Prometheus.
  private static func matches(_ expression: String, _ label: String) -> Bool {
    guard TextForm.expression.flaw(expression) == nil, let regex = try? Regex(expression) else {
      return false
    }
    return label.wholeMatch(of: regex) != nil
  }
}
