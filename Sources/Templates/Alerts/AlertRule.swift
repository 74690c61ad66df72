import JSON

/// One alert, as Prometheus and Thanos evaluate it.
struct AlertRule {
  /// What people look it up by; it stays when expression or words change.
  let name: String
  /// It fires when this has had a result for long enough.
  var expression: String
  /// How long that is, as Prometheus writes durations.
  var holds = "10m"
  /// Beside the severity, which is `critical` unless it stands here.
  var labels: [String: String] = [:]
  /// One sentence that says what is wrong, with the series' labels in it.
  let summary: String
  /// What to look at first.
  let advice: String

  /// What gives a rule the severity of what can wait until the morning.
  static let warning = ["severity": "warning"]

  /// As a group of rules has it.
  var json: JSON {
    [
      "alert": .string(name),
      "expr": .string(expression),
      "for": .string(holds),
      "labels": .map(labels.merging(["severity": "critical"]) { given, _ in given }),
      "annotations": ["summary": .string(summary), "description": .string(advice)],
    ]
  }

  /// Rules that are evaluated together.
  static func group(_ name: String, _ rules: [AlertRule]) -> JSON {
    ["name": .string(name), "rules": .array(rules.map(\.json))]
  }
}
