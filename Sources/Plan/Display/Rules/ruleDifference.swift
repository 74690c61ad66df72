import JSON
import Objects

extension Change {
  /// The differences, with those in groups of a PrometheusRule as one of whole groups: by the places of its rules, a
  /// rule that comes would make those behind it others.
  var toldDifferences: [Difference] {
    guard reference.kind == .prometheusRule || reference.kind == .stackRule else {
      return differences
    }
    let groups = FieldPath(keys: "spec", "groups")
    let others = differences.filter { !$0.path.hasPrefix(groups) }
    let names = differences.compactMap { difference -> String? in
      guard difference.path.hasPrefix(groups), difference.path.steps.count > 2,
        case .element(key: "name", value: let name) = difference.path.steps[2]
      else { return nil }
      return name
    }
    // Where groups are not told by their names, nobody knows which are others'.
    guard !names.isEmpty, differences.count(where: { $0.path.hasPrefix(groups) }) == names.count
    else {
      return differences
    }
    return others + [
      Difference(
        groups,
        before: live?[groups]?.elements(named: names),
        after: desired?.body[groups]?.elements(named: names),
      )
    ]
  }
}

extension JSON {
  /// Of a list's elements those with such a name; nil where there is none.
  fileprivate func elements(named names: [String]) -> JSON? {
    let found = (arrayValue ?? []).filter { names.contains($0["name"]?.stringValue ?? "") }
    return found.isEmpty ? nil : .array(found)
  }
}
