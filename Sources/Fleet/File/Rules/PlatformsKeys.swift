import Facts
import YAML

extension Rule {
  /// What only OpenShift has cannot be asked of another cluster.
  static let platformsKeys = Rule { source in
    guard [.receive, .collector].contains(source.topology) else { return [] }
    return source.clusters.filter { source.platform(of: $0.section) == .kubernetes }
      .flatMap { node, cluster in
        let name = cluster.optionalText("name") ?? ""
        return [
          cluster.optionalText("openshiftVersion").map { _ in
            release(name, source.place(of: "openshiftVersion", in: node))
          },
          (try? cluster.section("platformSeries").texts("match")).flatMap { match in
            match.isEmpty ? nil : federation(name, source.place(of: "platformSeries", in: node))
          },
        ].compactMap(\.self)
      }
  }

  /// What needs to know the release of OpenShift.
  private static func release(_ cluster: String, _ mark: SourceMark) -> FleetProblem {
    FleetProblem(.platform(.openshiftVersion(cluster: cluster)), at: mark)
  }

  /// What only a platform with its own Prometheus has.
  private static func federation(_ cluster: String, _ mark: SourceMark) -> FleetProblem {
    FleetProblem(.platform(.federation(cluster: cluster)), at: mark)
  }
}

extension FleetSource {
  /// The platform of the hub or of a cluster: its own, or else the fleet's.
  func platform(of part: Section?) -> Platform? {
    (part?.optionalText("platform") ?? section.optionalText("platform")).flatMap(Platform.init)
  }

  /// Where a key of a cluster stands: in the cluster, or where it has settings from.
  fileprivate func place(of key: String, in cluster: Node) -> SourceMark {
    (setting(key, of: cluster) ?? cluster).mark
  }
}
