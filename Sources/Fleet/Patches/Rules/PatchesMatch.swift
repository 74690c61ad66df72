import Facts
import Objects
import YAML

extension Rule {
  /// A patch that matches nothing is a misspelt one.
  static let patchesMatch = Rule { source in
    let clusters =
      [source.root["hub"]?["name"]?.scalar?.text ?? "hub"]
      + source.clusters.compactMap { $0.node["name"]?.scalar?.text }
    let groups = (source.root["groups"]?.pairs ?? []).map(\.key)
    return (source.root["patches"]?.elements ?? []).compactMap { $0["target"] }.flatMap { target in
      let kinds = target["kind"].map { $0.elements ?? [$0] } ?? []
      return kinds.compactMap {
        unknown($0, among: renderedKinds) { .unknownKind($0, known: $1) }
      }
        + [
          unknown(target["cluster"], among: clusters) { .unknownCluster($0, known: $1) },
          unknown(target["group"], among: groups) { .unknownGroup($0, known: $1) },
        ].compactMap(\.self)
    }
  }

  /// As in objects, in the table's order; kinds of two groups that have one name are chosen together.
  private static let renderedKinds = ResourceKind.all(.patchable).map(\.kind).reduce(into: []) {
    (names: inout [String], name) in if !names.contains(name) { names.append(name) }
  }

  private static func unknown(
    _ node: Node?,
    among known: [String],
    _ problem: (_ text: String, _ known: [String]) -> PatchProblem,
  ) -> FleetProblem? {
    guard let node, let text = node.scalar?.text,
      !known.contains(where: NamePattern(text).matches)
    else { return nil }
    return FleetProblem(.patch(problem(text, known)), at: node.mark)
  }
}
