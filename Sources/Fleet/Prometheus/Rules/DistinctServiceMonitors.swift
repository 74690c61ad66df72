import Facts
import YAML

extension Rule {
  /// All of a cluster's monitors live in one namespace, those of Services beside those of pods.
  static let distinctServiceMonitors = Rule { source in
    let parts = source.clusters.map(\.node) + source.sharedSettings
    return parts.flatMap { part in
      let sample = part["sampleApplication"] == nil ? [] : [ServiceMonitor.sample.name]
      return repeated(in: part["serviceMonitors"], besides: sample)
        + repeated(in: part["podMonitors"], besides: [])
    }
  }

  /// Names that stand twice, or are taken by what fedctl renders.
  private static func repeated(in list: Node?, besides names: [String]) -> [FleetProblem] {
    var seen = Set(names)
    return (list?.elements ?? []).compactMap { monitor in
      guard let name = monitor["name"], let text = name.scalar?.text,
        !seen.insert(text).inserted
      else { return nil }
      return FleetProblem(.cluster(.monitorNameTaken(text)), at: name.mark)
    }
  }
}
