import JSON

/// HorizontalPodAutoscaler: how few and how many, and of what.
let autoscalerRules = KindRules(
  check: { object, problems in
    let spec = object["spec"]
    checkBounds(spec["minReplicas"], spec["maxReplicas"], &problems)
    if spec["minReplicas"].number == 0, !spec.hasOutsideMetric {
      problems.forbidden(
        spec["metrics"],
        "must specify at least one Object or External metric to support scaling to zero replicas",
      )
    }
    let target = spec["scaleTargetRef"]
    for key in ["kind", "name"] {
      if target[key].isEmpty {
        problems.required(target[key])
      } else {
        problems.invalid(target[key], segmentProblems(target[key].text))
      }
    }
    checkTargetVersion(target["apiVersion"], &problems)
    checkMetrics(spec["metrics"], &problems)
    checkBehavior(spec["behavior"], &problems)
  }
)

/// At least one, and at most not fewer than at least.
private func checkBounds(_ least: Place, _ most: Place, _ problems: inout Problems) {
  if let number = least.number, number < 1 {
    problems.invalid(least, "must be greater than or equal to 1")
  }
  let maximum = most.number ?? 0
  if maximum == 0 { problems.required(most, "must be set and greater than 0") }
  if maximum < 0 { problems.invalid(most, "must be greater than or equal to 1") }
  guard let number = least.number, maximum < number else { return }
  problems.invalid(
    most,
    "must be greater than or equal to `minReplicas`",
    showing: .integer(maximum),
  )
}

/// All that can be scaled is in some group, so a version alone is no target's.
private func checkTargetVersion(_ version: Place, _ problems: inout Problems) {
  guard version.text.split(separator: "/", omittingEmptySubsequences: false).count != 2 else {
    return
  }
  problems.invalid(
    version,
    "apiVersion must specify API group",
    showing: .string(version.text),
  )
}

extension Place {
  /// Whether something is measured that goes on while there is no pod.
  fileprivate var hasOutsideMetric: Bool {
    self["metrics"].items.contains { ["Object", "External"].contains($0["type"].text) }
  }
}
