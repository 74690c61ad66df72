import JSON

/// What a person chooses above the panels: values of a label.
struct Variable {
  /// As queries name it behind a dollar sign.
  let name: String
  let label: String
  /// Whether several may be chosen, and at first all are.
  let isMany: Bool

  /// Any of a label's values.
  static func any(_ label: String) -> Variable {
    Variable(name: label, label: label, isMany: true)
  }

  /// One of a label's values.
  static func one(_ name: String, of label: String) -> Variable {
    Variable(name: name, label: label, isMany: false)
  }

  /// As Grafana has it.
  func json(from source: JSON) -> JSON {
    let all: JSON = isMany ? ["multi": true, "includeAll": true, "allValue": ".*"] : [:]
    let choice: JSON = [
      "name": .string(name),
      "type": "query",
      "datasource": source,
      "query": .string("label_values(\(label))"),
      "refresh": 2,
      "sort": 1,
    ]
    return choice.merging(all)
  }
}
