import Facts
import YAML

extension Rule {
  /// To federate everything is allowed, and hardly ever meant.
  static let selectorsSelect = Rule { source in
    let parts = source.clusters.map(\.node) + source.sharedSettings
    let lists = parts.flatMap { part in
      ["federate", "platformSeries", "collector"].compactMap { part[$0]?["match"]?.elements }
    }
    return lists.flatMap(\.self).compactMap { selector in
      guard let text = selector.scalar?.text, matchesEverything(text) else { return nil }
      return FleetProblem(.federate(.everything(selector: text)), .warning, at: selector.mark)
    }
  }

  /// Whether no matcher leaves anything out.
  static func matchesEverything(_ selector: String) -> Bool {
    let text = selector.filter { !$0.isWhitespace }
    return text == "{}"
      || text.wholeMatch(of: /\{__name__=~["']\^?\.[*+]\$?["'],?\}/) != nil
      || text.wholeMatch(of: /\{__name__!=["']["'],?\}/) != nil
  }
}
