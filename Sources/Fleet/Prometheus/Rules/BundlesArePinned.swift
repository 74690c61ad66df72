import Facts
import YAML

extension Rule {
  /// A bundle is in one place, and what comes over a network must be known beforehand.
  static let bundlesArePinned = Rule { source in
    let hub = source.root["hub"].flatMap { node in
      source.section.optionalSection("hub").map { (node: node, section: $0) }
    }
    return ([hub].compactMap(\.self) + source.clusters).compactMap { owner in
      let bundle = owner.section.optionalSection("prometheusOperator")?.optionalSection("bundle")
      let key = "prometheusOperator"
      let place = source.setting(key, of: owner.node) ?? owner.node
      return bundle.flatMap { flaw(of: $0, at: place.mark) }
    }
  }

  /// An address needs a digest: what it leads to may change.
  private static func flaw(of bundle: Section, at mark: SourceMark) -> FleetProblem? {
    switch (bundle.optionalText("path"), bundle.optionalText("url")) {
    case (nil, nil), (_?, _?):
      FleetProblem(.bundle(.notOnePlace), at: mark)
    case (nil, _?) where bundle.optionalText("sha256") == nil:
      FleetProblem(.bundle(.digestMissing), at: mark)
    default: nil
    }
  }
}
