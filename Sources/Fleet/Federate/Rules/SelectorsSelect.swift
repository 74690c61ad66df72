import Facts
import YAML

extension Rule {
  /// To send everything to the hub is allowed, and hardly ever meant.
  static let selectorsSelect = Rule { source in
    let parts = source.clusters.map(\.node) + source.sharedSettings
    let lists = parts.flatMap { part in keys.compactMap { part[$0]?["match"]?.elements } }
    return lists.flatMap(\.self).compactMap { selector in
      guard let text = selector.scalar?.text, selectsEverything(text) else { return nil }
      return FleetProblem(.federate(.everything(selector: text)), .warning, at: selector.mark)
    }
  }

  /// Those under which a `match` is for many series; with `remoteWrite`, everything is little.
  private static let keys = ["federate", "platformSeries", "collector"]
}
