import JSON

/// One alert, as Prometheus and Thanos evaluate it.
struct AlertRule {
  let name: String
  /// It fires when this has had a result for ten minutes.
  let expression: String
  var labels: [String: String] = [:]
  let summary: String
  /// What to look at first.
  let advice: String

  var json: JSON {
    [
      "alert": .string(name),
      "expr": .string(expression),
      "for": "10m",
      "labels": .map(labels.merging(["severity": "critical"]) { given, _ in given }),
      "annotations": ["summary": .string(summary), "description": .string(advice)],
    ]
  }

  /// Rules that are evaluated together.
  static func group(_ name: String, _ rules: [AlertRule]) -> JSON {
    ["name": .string(name), "rules": .array(rules.map(\.json))]
  }
}
