/// Which rule of a group has become which; what is as it was is in no list.
struct RuleMatching {
  /// In the order of the new group.
  private(set) var added: [Rule] = []
  /// In the order of the new group.
  private(set) var changed: [(before: Rule, after: Rule)] = []
  /// In the order of the old group.
  private(set) var removed: [Rule]

  /// A rule is the same where it has name and labels of one before; where its labels have changed, where it alone has
  /// its name before and after.
  init(from before: [Rule], to after: [Rule]) {
    removed = before
    let other = after.filter { take($0) { $0 == $1 } == nil }
    let unknown = other.filter { rule in
      guard let old = take(rule, as: { $0.isNamed($1) && $0.labels == $1.labels }) else {
        return true
      }
      changed.append((old, rule))
      return false
    }
    for rule in unknown {
      let isAlone = [before, after].allSatisfy { rules in rules.count { $0.isNamed(rule) } == 1 }
      if isAlone, let old = take(rule, as: { $0.isNamed($1) }) {
        changed.append((old, rule))
      } else {
        added.append(rule)
      }
    }
  }

  /// Takes the first old rule that is like a new one out of those that have no successor yet.
  private mutating func take(_ rule: Rule, as isLike: (Rule, Rule) -> Bool) -> Rule? {
    guard let place = removed.firstIndex(where: { isLike($0, rule) }) else { return nil }
    return removed.remove(at: place)
  }
}

extension Rule {
  fileprivate func isNamed(_ other: Rule) -> Bool { kind == other.kind && name == other.name }
}
