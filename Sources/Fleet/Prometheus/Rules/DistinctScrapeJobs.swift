import YAML

extension Rule {
  /// Prometheus refuses two jobs of one name.
  static let distinctScrapeJobs = Rule { source in
    (source.clusters.map(\.node) + source.sharedSettings).flatMap { repeated(in: $0["scrapeJobs"]) }
  }

  /// Names that stand twice.
  private static func repeated(in list: Node?) -> [FleetProblem] {
    var seen: Set<String> = []
    return (list?.elements ?? []).compactMap { job in
      guard let name = job["name"], let text = name.scalar?.text, !seen.insert(text).inserted
      else { return nil }
      return FleetProblem(.cluster(.jobNameTaken(text)), at: name.mark)
    }
  }
}
