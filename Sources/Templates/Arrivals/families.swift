import Fleet

extension ManagedCluster {
  /// What the fleet file selects, each a series selector, in its order and once.
  ///
  /// What the hub's dashboards stand on is among it; whatever else a cluster sends is nobody's wish. Alerts are not: while
  /// none fires, it is well that there are none.
  var families: [String] {
    var seen: Set<String> = []
    return (selected + monitored).filter { !$0.contains("ALERTS") && seen.insert($0).inserted }
  }

  private var selected: [String] {
    switch design {
    case .receive(let design):
      let platform = takesPlatform(design) ? PlatformSeries.selectors : []
      return platform + design.platformSeries.match + design.sent
    case .federate(let design):
      return Self.recorded(design.exporters) + design.federate.match
    case .sidecar(let design): return Self.recorded(design.exporters)
    case .collector(let design):
      return PlatformSeries.selectors
        + design.collector.match.map { Self.renamed($0, by: design.collector.renames) }
    }
  }

  /// Whether what the platform, or the rules that stand in for it, sum up goes to the hub.
  private func takesPlatform(_ design: ReceiveCluster) -> Bool {
    if case .platformPrometheus = design.mode { return true }
    return platform == .kubernetes || !design.platformSeries.match.isEmpty
  }

  /// A target that answers, or does not: either way there is an `up` of it.
  ///
  /// A collector reads the platform's Prometheus, which does not scrape applications.
  private var monitored: [String] {
    if case .collector = design { return [] }
    let endpoints = serviceMonitors.flatMap { monitor in
      monitor.endpoints.map { "up{namespace=\"\(monitor.namespace)\",endpoint=\"\($0.port)\"}" }
    }
    return endpoints + scrapeJobs.map { "up{job=\"\($0.name)\"}" }
  }

  private static func recorded(_ exporters: Exporters) -> [String] {
    UsageRules.collected(by: exporters).map { "{__name__=\"\($0.name)\"}" }
  }

  /// A selector of one name, under the name that the hub knows; others stay.
  private static func renamed(_ selector: String, by renames: [String: String]) -> String {
    guard let name = MetricNames(selector)?.pattern, let new = renames[name] else {
      return selector
    }
    return "{__name__=\"\(new)\"}"
  }
}
