import Facts
import YAML

extension Rule {
  /// The collector's images have no public tags that last, so the file must choose one.
  static let collectorsHaveImages = Rule { source in
    guard source.topology == .collector else { return [] }
    return source.clusters.compactMap { cluster in
      guard let collector = cluster.section.optionalSection("collector"),
        collector.optionalText("image") == nil, collector.optionalSection("telemeter") == nil
      else { return nil }
      return FleetProblem(
        .collector(.imageMissing),
        at: (cluster.node["collector"] ?? cluster.node).mark,
      )
    }
  }
}
