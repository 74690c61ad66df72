import JSON

/// A group of rules as Prometheus and Thanos read them, in a file or in a PrometheusRule.
struct RuleGroup {
  let name: String
  let rules: [Rule]
  /// Whatever else the group says, as its `interval`.
  let settings: JSONObject

  /// nil for what is no group of rules.
  init?(_ value: JSON) {
    guard case .object(var members) = value, let name = members["name"]?.stringValue,
      let values = members["rules"]?.arrayValue
    else { return nil }
    let rules = values.compactMap(Rule.init)
    guard rules.count == values.count else { return nil }
    self.name = name
    self.rules = rules
    members["rules"] = nil
    settings = members
  }

  /// The groups of a list; nil where it holds anything else, or two of one name.
  static func all(in list: [JSON]) -> [RuleGroup]? {
    let groups = list.compactMap(RuleGroup.init)
    guard groups.count == list.count, Set(groups.map(\.name)).count == groups.count else {
      return nil
    }
    return groups
  }
}

/// An alert, or a series that is recorded.
struct Rule: Hashable {
  /// Which of both.
  enum Kind: String {
    case alert
    case record
  }

  let kind: Kind
  let name: String
  let body: JSON

  /// nil for what is no rule.
  init?(_ body: JSON) {
    for kind in [Kind.alert, .record] {
      guard let name = body[kind.rawValue]?.stringValue else { continue }
      self.kind = kind
      self.name = name
      self.body = body
      return
    }
    return nil
  }

  /// By which rules of one name are told apart.
  var labels: [String: String] {
    (body["labels"]?.objectValue ?? [:]).reduce(into: [:]) { $0[$1.key] = $1.value.text() }
  }
}
