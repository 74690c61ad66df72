import YAML

extension Rule {
  /// A cluster's Prometheus adds its labels to what has none of these names: what is scraped under one of them
  /// would be taken for another cluster's.
  static let scrapingKeepsIdentity = Rule { source in
    source.clusters.flatMap { node, section -> [FleetProblem] in
      let labels = section.identityLabels
      let monitors = ["serviceMonitors", "podMonitors"].flatMap { key in
        source.setting(key, of: node)?.elements ?? []
      }
      let jobs = source.setting("scrapeJobs", of: node)?.elements ?? []
      let endpoints = monitors.flatMap { [$0] + ($0["endpoints"]?.elements ?? []) }
      return endpoints.compactMap { relabelled($0, labels) }
        + jobs.flatMap { labelled($0, labels) }
    }
  }

  /// The last change of a port's labels that gives one of these, unless another takes it away again.
  private static func relabelled(_ endpoint: Node, _ labels: [String]) -> FleetProblem? {
    let changes = ["relabelings", "metricRelabelings"].flatMap { endpoint[$0]?.elements ?? [] }
    let effects = changes.map { (node: $0, effect: RelabellingEffect($0)) }
    return labels.lazy.compactMap { label -> FleetProblem? in
      let last = effects.last { $0.effect.mayGive(label) || $0.effect.takes(label) }
      guard let last, last.effect.mayGive(label) else { return nil }
      return FleetProblem(.relabelling(.identityGiven(label: label)), at: last.node.mark)
    }.first
  }

  /// Labels of a job that are of these.
  private static func labelled(_ job: Node, _ labels: [String]) -> [FleetProblem] {
    (job["labels"]?.pairs ?? []).filter { labels.contains($0.key) }.map {
      FleetProblem(.relabelling(.identityGiven(label: $0.key)), at: $0.keyMark)
    }
  }
}
