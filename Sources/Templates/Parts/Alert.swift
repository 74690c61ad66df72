import JSON

/// An alert that is told when its condition has held for ten minutes.
func alert(
  _ name: String,
  severity: String = "critical",
  when expression: String,
  summary: String,
  advice: String,
) -> JSON {
  [
    "alert": .string(name),
    "expr": .string(expression),
    "for": "10m",
    "labels": ["severity": .string(severity)],
    "annotations": ["summary": .string(summary), "description": .string(advice)],
  ]
}
