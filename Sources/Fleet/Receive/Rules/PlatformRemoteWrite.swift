import Facts
import YAML

extension Rule {
  /// Each mode has keys of its own; what is OpenShift's is nowhere else, and its own Prometheus writes metrics
  /// by their names alone.
  static let platformRemoteWrite = Rule { source in
    guard source.topology == .receive else { return [] }
    let clusters = source.clusters.map { node, section in
      (node: node, mode: section.mode(on: source.platform(of: section)), section: section)
    }
    let found = clusters.flatMap { node, mode, section -> [FleetProblem] in
      guard mode != ReceiveMode.operator else { return unused(in: node, mode) }
      guard source.platform(of: section) != .kubernetes else {
        return [noPlatform(at: (node["mode"] ?? node).mark)]
      }
      let names =
        mode == ReceiveMode.platform ? selectors(node, defaults: source.root["defaults"]) : []
      return names + unused(in: node, mode)
    }
    return found + defaults(of: source, modes: Set(clusters.map(\.mode)))
  }

  /// Keys that only one of the modes looks at.
  private static let keys = [
    ReceiveMode.platform: ["platformMonitoring"],
    ReceiveMode.operator: ["prometheus", "prometheusOperator"],
    ReceiveMode.stack: ["monitoringStack"],
  ]

  /// They would be lost without a word.
  private static func unused(in part: Node, _ mode: String) -> [FleetProblem] {
    let others = keys.filter { $0.key != mode }.flatMap { other, keys in
      keys.compactMap { key in
        part[key].map { value in
          FleetProblem(.remoteWrite(.withoutEffect(key: key, mode: other)), at: value.mark)
        }
      }
    }
    return others + (mode == ReceiveMode.stack ? alertmanagers(in: part) : [])
  }

  /// A MonitoringStack has no word for those of others.
  private static func alertmanagers(in part: Node) -> [FleetProblem] {
    part["alertmanagers"].map { [FleetProblem(.remoteWrite(.stackAlertmanagers), at: $0.mark)] }
      ?? []
  }

  /// Defaults are for some cluster, and not for each.
  private static func defaults(of source: FleetSource, modes: Set<String>) -> [FleetProblem] {
    guard let mode = modes.first, modes.count == 1, let defaults = source.root["defaults"] else {
      return []
    }
    return unused(in: defaults, mode)
  }

  /// Only OpenShift has a Prometheus of its own to write with.
  private static func noPlatform(at mark: SourceMark) -> FleetProblem {
    FleetProblem(.platform(.platformRemoteWrite), at: mark)
  }

  /// Those of the cluster, or else of the defaults.
  private static func selectors(_ cluster: Node, defaults: Node?) -> [FleetProblem] {
    let match = cluster["federate"]?["match"] ?? defaults?["federate"]?["match"]
    return (match?.elements ?? []).compactMap { selector in
      // What is no selector, or selects everything, is told elsewhere.
      guard let text = selector.scalar?.text, MetricNames(text) == nil,
        TextForm.seriesSelector.flaw(text) == nil, !matchesEverything(text)
      else { return nil }
      return FleetProblem(.remoteWrite(.moreThanName(selector: text)), at: selector.mark)
    }
  }
}
