import Facts
import JSON
import YAML

extension Rule {
  /// OpenShift evaluates rules over the namespace that they stand in, and the hub hears of what comes of them only
  /// from namespaces whose applications the fleet scrapes.
  static let platformRulesHaveNamespaces = Rule { source in
    guard source.topology == .receive else { return [] }
    return source.clusters.flatMap { node, section -> [FleetProblem] in
      guard section.mode(on: source.platform(of: section)) == ReceiveMode.platform,
        let rules = source.setting("rules", of: node), section.hasRules
      else { return [] }
      let namespaces = source.setting("rules", "namespaces", of: node)?.elements ?? []
      guard !namespaces.isEmpty else {
        // What several clusters have rules from may be for those with a Prometheus of the fleet's.
        let severity: Severity = node["rules"] == nil ? .warning : .error
        return [FleetProblem(.ruleGroup(.noNamespace), severity, at: rules.mark)]
      }
      let scraped = section.scrapedNamespaces
      // Those that are named for several clusters are for each that scrapes something there.
      return (node["rules"]?["namespaces"]?.elements ?? []).compactMap { namespace in
        guard let name = namespace.scalar?.text, !scraped.contains(name) else { return nil }
        return FleetProblem(.ruleGroup(.notScraped(namespace: name)), at: namespace.mark)
      }
    }
  }
}

extension Section {
  /// Whether a cluster has rules of the user's own, or files of them.
  fileprivate var hasRules: Bool {
    guard let rules = optionalSection("rules") else { return false }
    return ["files", "groups"].contains { rules.members[$0]?.arrayValue?.isEmpty == false }
  }

  /// Those of the applications that a cluster's Prometheus scrapes.
  fileprivate var scrapedNamespaces: Set<String> {
    let monitors = ["serviceMonitors", "podMonitors"].flatMap(optionalSections)
    let sample =
      optionalSection("sampleApplication") == nil ? [] : [ServiceMonitor.sample.namespace]
    return Set(monitors.compactMap { $0.optionalText("namespace") } + sample)
  }
}
