import Facts
import YAML

extension Rule {
  /// OpenShift's own Prometheus writes metrics by their names, and scrapes no applications.
  static let platformRemoteWrite = Rule { source in
    source.clusters.flatMap { cluster -> [FleetProblem] in
      let isPlatforms = cluster.section.optionalText("mode") == ReceiveMode.platform
      guard isPlatforms else { return settings(of: cluster.node) }
      guard source.platform(of: cluster.section) != .kubernetes else {
        return [noPlatform(at: (cluster.node["mode"] ?? cluster.node).mark)]
      }
      return selectors(cluster.node, defaults: source.root["defaults"])
        + applications("serviceMonitors", of: cluster.node)
        + applications("sampleApplication", of: cluster.node)
    }
  }

  /// They would be lost without a word.
  private static func settings(of cluster: Node) -> [FleetProblem] {
    guard let settings = cluster["platformMonitoring"] else { return [] }
    return [
      FleetProblem(.remoteWrite(.settingsWithoutEffect), at: settings.mark)
    ]
  }

  /// Only OpenShift has a Prometheus of its own to write with.
  private static func noPlatform(at mark: SourceMark) -> FleetProblem {
    FleetProblem(.platform(.platformRemoteWrite), at: mark)
  }

  /// Those of the cluster, or else of the defaults.
  private static func selectors(_ cluster: Node, defaults: Node?) -> [FleetProblem] {
    let match = cluster["federate"]?["match"] ?? defaults?["federate"]?["match"]
    let selectors = match?.elements ?? []
    guard !selectors.isEmpty else { return [everything(at: (match ?? cluster).mark)] }
    return selectors.compactMap { selector in
      guard let text = selector.scalar?.text, MetricNames(text) == nil else { return nil }
      return FleetProblem(.remoteWrite(.moreThanName(selector: text)), at: selector.mark)
    }
  }

  /// A platform's Prometheus writes everything unless it is told what.
  private static func everything(at mark: SourceMark) -> FleetProblem {
    FleetProblem(.remoteWrite(.noMetricsNamed), at: mark)
  }

  /// Nothing is installed that would scrape them.
  private static func applications(_ key: String, of cluster: Node) -> [FleetProblem] {
    guard let monitors = cluster[key], monitors.elements?.isEmpty != true else { return [] }
    return [
      FleetProblem(.remoteWrite(.applications(key: key)), at: monitors.mark)
    ]
  }
}
