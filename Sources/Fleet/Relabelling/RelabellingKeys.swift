import JSON
import YAML

extension Record {
  static let relabelling = Record(
    noun: "a relabelling",
    keys: [
      Key(
        "sourceLabels",
        .list(of: .text(.anyLabel)),
        .standard([]),
        "Labels whose values are looked at, joined.",
        example: ["__name__"],
      ),
      Key("separator", .text(.any), .optional, "What joins them; a semicolon without it."),
      Key(
        "targetLabel",
        .text(.labelTemplate),
        .optional,
        "The label that gets a value.",
        example: "team",
      ),
      Key(
        "regex",
        .text(.expression),
        .optional,
        "An expression of RE2 for whole values, or for names of labels; any without it.",
      ),
      Key(
        "modulus",
        .count(1...1_000_000, because: .millionIsPlenty),
        .optional,
        "Of the hash of the values.",
        example: 4,
      ),
      Key(
        "replacement",
        .text(.any),
        .optional,
        "The value, in which `$1` is the first group of the expression; `$1` without it.",
        example: "$1",
      ),
      Key(
        "action",
        .choice(Relabelling.Action.allCases.map(\.rawValue)),
        .standard("replace"),
        "What is done, as Prometheus has it.",
        example: "drop",
      ),
    ],
    flaws: actionFlaws,
  )

  /// What the action needs, what it has no use for, and which labels it cannot make.
  private static func actionFlaws(_ node: Node) -> [FleetProblem] {
    let text = node["action"]?.scalar?.text ?? Relabelling.Action.replace.rawValue
    guard node.pairs != nil, let action = Relabelling.Action(rawValue: text) else { return [] }
    return keyFlaws(node, action) + nameFlaws(node, action)
  }

  private static func keyFlaws(
    _ node: Node,
    _ action: Relabelling.Action,
  ) -> [FleetProblem] {
    let missing = action.needs.filter { node[$0] == nil }.map { key in
      FleetProblem(.relabelling(.missing(key: key, action: action)), at: node.mark)
    }
    let unused = action.ignores.compactMap { key in
      node[key].map {
        FleetProblem(.relabelling(.withoutEffect(key: key, action: action)), at: $0.mark)
      }
    }
    return missing + unused
  }

  /// Only `replace` makes the name of its label of groups; the names that `labelmap` makes are its replacements.
  private static func nameFlaws(
    _ node: Node,
    _ action: Relabelling.Action,
  ) -> [FleetProblem] {
    let (key, form): (String, TextForm)
    switch action {
    case .hashmod, .lowercase, .uppercase, .keepequal, .dropequal:
      (key, form) = ("targetLabel", .anyLabel)
    case .labelmap: (key, form) = ("replacement", .labelTemplate)
    case .replace, .keep, .drop, .labeldrop, .labelkeep: return []
    }
    guard let name = node[key], let flaw = name.scalar.flatMap({ form.flaw($0.text) }) else {
      return []
    }
    return [FleetProblem(.form(flaw), at: name.mark)]
  }
}

/// By prometheus/prometheus:model/relabel/relabel.go, `Validate` and `relabel`.
extension Relabelling.Action {
  /// The keys without which Prometheus refuses it, or would do the same to whatever it sees.
  fileprivate var needs: [String] {
    switch self {
    case .replace, .lowercase, .uppercase: ["targetLabel"]
    case .hashmod: ["targetLabel", "modulus", "sourceLabels"]
    case .keepequal, .dropequal: ["targetLabel", "sourceLabels"]
    case .keep, .drop: ["sourceLabels"]
    case .labelmap, .labeldrop, .labelkeep: ["regex"]
    }
  }

  /// The keys with which Prometheus refuses it, or that would be lost without a word.
  fileprivate var ignores: [String] {
    switch self {
    case .replace: ["modulus"]
    case .keep, .drop: ["targetLabel", "modulus", "replacement"]
    case .hashmod: ["replacement", "regex"]
    case .lowercase, .uppercase: ["modulus", "regex", "replacement"]
    case .labelmap: ["sourceLabels", "separator", "targetLabel", "modulus"]
    case .labeldrop, .labelkeep:
      ["sourceLabels", "separator", "targetLabel", "modulus", "replacement"]
    case .keepequal, .dropequal: ["separator", "modulus", "regex", "replacement"]
    }
  }
}

extension Key {
  static func writeRelabelling(_ documentation: String, only topologies: [Topology] = []) -> Key {
    relabelling("writeRelabel", documentation, only: topologies)
  }

  /// A list of changes, done in its order.
  static func relabelling(
    _ name: String,
    _ documentation: String,
    only topologies: [Topology] = [],
  ) -> Key {
    Key(
      name,
      .list(of: .record(.relabelling)),
      .standard([]),
      documentation,
      only: topologies,
      example: [["sourceLabels": ["__name__"], "regex": "go_.+", "action": "drop"]],
    )
  }
}
