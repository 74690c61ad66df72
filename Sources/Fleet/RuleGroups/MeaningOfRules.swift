import JSON

extension AddedRules {
  /// Those of a mapping that has the key `rules`; none where it has not.
  init(_ owner: Section) throws(SchemaGap) {
    guard let section = owner.optionalSection("rules") else {
      self.init()
      return
    }
    self.init(
      files: try section.texts("files"),
      groups: try section.list("groups").map(\.ruleGroup),
      namespaces: (try? section.texts("namespaces")) ?? [],
    )
  }
}

extension JSON {
  /// A group whose expressions are texts: `expr: 1` is a number in YAML, and a text to whoever reads rules.
  var ruleGroup: JSON {
    guard case .object(var group) = self, let rules = group["rules"]?.arrayValue else {
      return self
    }
    group["rules"] = .array(
      rules.map { rule in
        guard case .object(var members) = rule, let query = members["expr"] else { return rule }
        members["expr"] = .string(query.plainText)
        return .object(members)
      }
    )
    return .object(group)
  }
}
