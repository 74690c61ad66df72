import JSON

/// The members of a metric's source: where `autoscaling/v2` has them, and how `v1` names them.
///
/// In the order in which the server writes the older ones; `~` is `target`, or `current` in a status.
private let members: [String: [(newer: String, older: String)]] = [
  "object": [
    ("describedObject", "target"), ("metric.name", "metricName"), ("~.value", "targetValue"),
    ("metric.selector", "selector"), ("~.averageValue", "averageValue"),
  ],
  "pods": [
    ("metric.name", "metricName"), ("~.averageValue", "targetAverageValue"),
    ("metric.selector", "selector"),
  ],
  "resource": resourceMembers,
  "containerResource": resourceMembers + [("container", "container")],
  "external": [
    ("metric.name", "metricName"), ("metric.selector", "metricSelector"),
    ("~.value", "targetValue"), ("~.averageValue", "targetAverageValue"),
  ],
]

private let resourceMembers = [
  ("name", "name"), ("~.averageUtilization", "targetAverageUtilization"),
  ("~.averageValue", "targetAverageValue"),
]

/// A metric as `v1` writes it into an annotation.
func olderMetric(_ metric: JSON) -> JSON {
  let isStatus = metric.objectValue?.contains { $0.value["current"] != nil } ?? false
  return metric.mappingSource { kind, source in
    JSONObject(
      (members[kind] ?? []).compactMap { newer, older in
        let key = isStatus ? older.ofStatus : older
        let value = source[path(newer, isStatus ? "current" : "target")]
        // These are no pointers in Go, so they are always there.
        let amounts = [
          "object": isStatus ? "currentValue" : "targetValue", "external": "currentValue",
          "pods": isStatus ? "currentAverageValue" : "targetAverageValue",
          "resource": "currentAverageValue", "containerResource": "currentAverageValue",
        ]
        return (value ?? (amounts[kind] == key ? "0" : nil)).map { (key, $0) }
      }
    )
  }
}

/// A metric that stood in an annotation; `part` is `target`, or `current` for one of the status.
func newerMetric(_ metric: JSON, _ part: String) -> JSON {
  metric.mappingSource { kind, source in
    var result: JSON = [:]
    for (newer, older) in members[kind] ?? [] {
      let key = part == "current" ? older.ofStatus : older
      if let value = source[key] { result = result.setting(path(newer, part), to: value) }
    }
    // Of an average, the zero is only what Go writes where nothing is.
    if kind == "object", result[part]?["averageValue"] != nil, result[part]?["value"] == "0" {
      result = result.without([FieldPath(keys: part, "value")])
    }
    guard part == "target" else { return result.objectValue ?? [:] }
    let isValue = result[part]?["value"] != nil && result[part]?["value"] != "0"
    let isShare = result[part]?["averageUtilization"] != nil
    let type = isShare ? "Utilization" : isValue ? "Value" : "AverageValue"
    return result.setting(FieldPath(keys: part, "type"), to: .string(type)).objectValue ?? [:]
  }
}

/// As `~.value` is meant.
private func path(_ text: String, _ part: String) -> FieldPath {
  FieldPath(text.split(separator: ".").map { .key($0 == "~" ? part : String($0)) })
}

extension String {
  /// The older name of the same value in a status: what is aimed at there is what there is here.
  fileprivate var ofStatus: String {
    if !hasPrefix("target") || self == "target" { return self }
    return "current" + dropFirst("target".count)
  }
}

extension JSON {
  /// A metric with its source, which stands under a key of its own, in another form.
  fileprivate func mappingSource(_ edit: (_ kind: String, JSON) -> JSONObject) -> JSON {
    guard case .object(var metric) = self else { return self }
    for kind in metric.keys {
      if let source = metric[kind], members[kind] != nil {
        metric[kind] = .object(edit(kind, source))
      }
    }
    return .object(metric)
  }
}

/// The fields of how fast an autoscaler goes, as Go names them: so the server writes them into an
/// annotation.
private let behaviorNames = [
  "stabilizationWindowSeconds": "StabilizationWindowSeconds", "selectPolicy": "SelectPolicy",
  "policies": "Policies", "tolerance": "Tolerance", "type": "Type", "value": "Value",
  "periodSeconds": "PeriodSeconds", "scaleUp": "ScaleUp", "scaleDown": "ScaleDown",
]

/// How fast an autoscaler goes, as the server writes it into an annotation: every field, set or not.
func internalBehavior(_ behavior: JSON) -> JSON {
  /// The fields of an object in their order; what is missing is null.
  func object(_ value: JSON?, _ keys: [String], _ edit: (String, JSON) -> JSON) -> JSON {
    guard let value, value != .null else { return .null }
    return .object(
      JSONObject(keys.map { (behaviorNames[$0] ?? $0, edit($0, value[$0] ?? .null)) })
    )
  }
  let rules = ["stabilizationWindowSeconds", "selectPolicy", "policies", "tolerance"]
  return object(behavior, ["scaleUp", "scaleDown"]) { _, value in
    object(value, rules) { _, value in
      guard let policies = value.arrayValue else { return value }
      return .array(
        policies.map { object($0, ["type", "value", "periodSeconds"]) { _, value in value } }
      )
    }
  }
}

/// The same as clients write it.
func externalBehavior(_ behavior: JSON) -> JSON {
  let names = Dictionary(uniqueKeysWithValues: behaviorNames.map { ($1, $0) })
  switch behavior {
  case .array(let items): return .array(items.map(externalBehavior))
  case .object(let members):
    return .object(
      JSONObject(
        members.compactMap { member in
          member.value == .null
            ? nil : (names[member.key] ?? member.key, externalBehavior(member.value))
        }
      )
    )
  default: return behavior
  }
}
