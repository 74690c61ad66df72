import YAML

extension Rule {
  /// Prometheus refuses a file with two groups of one name, and an operator drops rules that are too large.
  static let ruleGroupsFit = Rule { source in
    let hub = [source.root["hub"], source.root["hub"]?["ruler"]].compactMap(\.self)
    return (source.clusters.map(\.node) + source.sharedSettings + hub).flatMap { part in
      problems(of: part["rules"]?["groups"])
    }
  }

  private static func problems(of groups: Node?) -> [FleetProblem] {
    guard let groups, let elements = groups.elements else { return [] }
    var seen: Set<String> = []
    let doubled = elements.compactMap { group -> FleetProblem? in
      guard let name = group["name"], let text = name.scalar?.text, !seen.insert(text).inserted
      else { return nil }
      return FleetProblem(.ruleGroup(.nameTaken(text)), at: name.mark)
    }
    let (size, limit) = (AddedRules(groups: elements.map(\.json)).size, AddedRules.sizeLimit)
    guard size > limit else { return doubled }
    return doubled + [FleetProblem(.ruleGroup(.tooLarge(size, limit: limit)), at: groups.mark)]
  }
}
