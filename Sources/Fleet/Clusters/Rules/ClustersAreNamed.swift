import Facts
import YAML

extension Rule {
  /// A fleet has clusters: applying a file without any would take the fleet from all that it had, and for
  /// that there is teardown, which says so.
  static let clustersAreNamed = Rule { source in
    guard source.root.pairs != nil else { return [] }
    let clusters = source.root["clusters"]
    guard clusters == nil || clusters?.elements?.isEmpty == true else { return [] }
    return [FleetProblem(.cluster(.none), at: clusters?.mark ?? source.root.mark)]
  }
}
