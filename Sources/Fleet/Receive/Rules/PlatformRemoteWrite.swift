import Diagnostics
import Facts
import YAML

extension Rule {
  /// OpenShift's own Prometheus writes metrics by their names, and scrapes no applications.
  static let platformRemoteWrite = Rule { source in
    source.clusters.flatMap { cluster -> [Diagnostic] in
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
  private static func settings(of cluster: Node) -> [Diagnostic] {
    guard let settings = cluster["platformMonitoring"] else { return [] }
    return [
      Diagnostic(
        .error,
        "settings without effect",
        detail: "`platformMonitoring` has a meaning only with `mode: \(ReceiveMode.platform)`.",
        remedy: "Leave it out, or set the mode.",
        at: settings.mark,
      )
    ]
  }

  private static func noPlatform(at mark: SourceMark) -> Diagnostic {
    Diagnostic(
      .error,
      "key of another platform",
      detail: "Only OpenShift has a Prometheus of its own that could write to the hub.",
      remedy: "Use `mode: operator`.",
      at: mark,
    )
  }

  private static func selectors(_ cluster: Node, defaults: Node?) -> [Diagnostic] {
    let match = cluster["federate"]?["match"] ?? defaults?["federate"]?["match"]
    let selectors = match?.elements ?? []
    guard !selectors.isEmpty else { return [everything(at: (match ?? cluster).mark)] }
    return selectors.compactMap { selector in
      guard let text = selector.scalar?.text, MetricNames(text) == nil else { return nil }
      return Diagnostic(
        .error,
        "more than a name",
        detail: "`\(text)` selects by more than names, which the platform's remote write cannot.",
        remedy: "Write `{__name__=\"…\"}` or `{__name__=~\"…\"}`, or use `mode: operator`.",
        at: selector.mark,
      )
    }
  }

  private static func everything(at mark: SourceMark) -> Diagnostic {
    Diagnostic(
      .error,
      "no metrics named",
      detail: "Without `federate.match`, all of the platform's series would go to the hub.",
      remedy: "Name the metrics that the hub needs in `federate.match`.",
      at: mark,
    )
  }

  private static func applications(_ key: String, of cluster: Node) -> [Diagnostic] {
    guard let monitors = cluster[key], monitors.elements?.isEmpty != true else { return [] }
    return [
      Diagnostic(
        .error,
        "applications without a scraper",
        detail: "The platform's own Prometheus scrapes no applications.",
        remedy: "Leave `\(key)` out, or use `mode: operator`.",
        at: monitors.mark,
      )
    ]
  }
}
