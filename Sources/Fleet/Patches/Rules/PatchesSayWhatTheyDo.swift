import Facts
import YAML

extension Rule {
  /// A patch merges or operates, and each operation has the keys that it needs.
  static let patchesSayWhatTheyDo = Rule { source in
    (source.root["patches"]?.elements ?? []).filter { $0.pairs != nil }.flatMap { patch in
      let isUndecided =
        (patch["merge"] == nil) == (patch["ops"] == nil)
        || patch["type"].map { ($0.scalar?.text == "json") == (patch["ops"] == nil) } ?? false
      let undecided = FleetProblem(.patch(.undecided), at: (patch["type"] ?? patch).mark)
      return (isUndecided ? [undecided] : []) + (patch["ops"]?.elements ?? []).flatMap(flaws)
    }
  }

  /// What is missing from an operation, or means nothing to it.
  private static func flaws(of operation: Node) -> [FleetProblem] {
    guard let name = operation["op"]?.scalar?.text, let needed = needs[name] else { return [] }
    return ["from", "value"].compactMap { key in
      let isThere = operation[key] != nil
      guard isThere != (needed == key) else { return nil }
      let problem = PatchProblem.operationKey(key, op: name, isMissing: !isThere)
      return FleetProblem(.patch(problem), at: (operation[key] ?? operation).mark)
    }
  }

  /// The key beside `path` that an operation needs; an empty one where it needs none.
  private static let needs = [
    "add": "value", "replace": "value", "test": "value", "move": "from", "copy": "from",
    "remove": "",
  ]
}
