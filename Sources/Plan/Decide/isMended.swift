package import Facts
package import JSON

extension APIStatus {
  /// Whether everything that the server objects to may come from fields of hands that are taken back.
  ///
  /// A server that merges two ports of one name says `spec.ports[1].name: Duplicate value`: an object is
  /// tried without what hands have added only where each cause lies at, above or below such a field.
  package func isMended(byTakingBack paths: [FieldPath]) -> Bool {
    code == 422 && !causes.isEmpty
      && causes.allSatisfy { cause in paths.contains { $0.isNear(cause.field) } }
  }
}

extension FieldPath {
  /// Whether a field in the server's words is this one, in the same list, above or below it.
  ///
  /// Items of lists have other places in the server's merged form, so that an item which is taken as a
  /// whole is near to every item of its list.
  fileprivate func isNear(_ field: String) -> Bool {
    let parts = field.split(separator: "[", maxSplits: 1)
    let words = parts.first?.split(separator: ".").map(String.init) ?? []
    let keys = steps.prefix { $0.name != nil }.compactMap(\.name)
    // `spec` alone is near to everything.
    guard words.count > 1 else { return false }
    if parts.count > 1 { return keys == words && isItem(keys.count, orHas: parts[1]) }
    return keys.starts(with: words) || keys.count == steps.count && words.starts(with: keys)
  }

  /// Whether the path ends with an item of a list, or goes through the field of one that `1].name` or
  /// `0].ports[2].name` tells.
  private func isItem(_ depth: Int, orHas rest: Substring) -> Bool {
    if steps.count == depth + 1 { return true }
    let field = rest.split(separator: ".").dropFirst().first.map { String($0.prefix { $0 != "[" }) }
    return steps.count > depth + 1 && field != nil && steps[depth + 1].name == field
  }
}

extension FieldPath.Step {
  fileprivate var name: String? { if case .key(let name) = self { name } else { nil } }
}
