import Facts
import YAML

extension Rule {
  /// The user of a scrape job's login comes out of a Secret, thus out of a file, which an older Prometheus refuses
  /// together with all its configuration.
  ///
  /// Source: `username_file` in prometheus/common:config/http_config.go@v0.45.0, which Prometheus has from 2.49.0 on.
  static let loginsAreRead = Rule { source in
    source.clusters.flatMap { node, section -> [FleetProblem] in
      let platform = source.platform(of: section)
      guard section.runsPrometheus(on: platform, in: source.topology),
        let version = Version(section.prometheusVersion(on: platform)), version < .readsUsers
      else { return [] }
      let jobs = source.setting("scrapeJobs", of: node)?.elements ?? []
      return jobs.compactMap { $0["basicAuth"] }.map {
        FleetProblem(.version(.unreadLogin(version)), at: $0.mark)
      }
    }
  }
}

extension Version {
  /// The first Prometheus that takes a user's name from a file.
  package static let readsUsers = Version(2, 49)
}
