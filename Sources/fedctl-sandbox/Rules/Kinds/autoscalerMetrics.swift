import JSON

/// The kinds of metrics, each with the member that describes it, in the order of the server's look.
private let sources: [(type: String, member: String)] = [
  ("Object", "object"), ("External", "external"), ("Pods", "pods"), ("Resource", "resource"),
  ("ContainerResource", "containerResource"),
]

/// What an autoscaler goes by: one source for each metric, of the type that it says.
func checkMetrics(_ metrics: Place, _ problems: inout Problems) {
  for metric in metrics.items {
    let type = metric["type"]
    if type.isEmpty { problems.required(type, "must specify a metric source type") }
    let known = sources.first { $0.type == type.text }
    // Two looks find the same.
    for _ in 0..<(known == nil ? 2 : 0) {
      problems.unsupported(type, sources.map(\.type).sorted(), showing: .string(type.text))
    }
    for (number, source) in sources.filter({ metric[$0.member].exists }).enumerated() {
      // Of all others nothing more is said than that they are too many.
      if number == 0 { checkMetric(metric[source.member], source.member, &problems) }
      if let known, source.type != known.type {
        problems.forbidden(metric[source.member], "must populate the given metric source only")
      }
    }
    if let known, !metric[known.member].exists {
      problems.required(
        metric[known.member],
        "must populate information for the given metric source",
      )
    }
  }
}

/// One source: what is measured, and which value is aimed at.
private func checkMetric(_ source: Place, _ kind: String, _ problems: inout Problems) {
  let target = source["target"]
  switch kind {
  case "resource", "containerResource":
    if source["name"].isEmpty { problems.required(source["name"], "must specify a resource name") }
    if kind == "containerResource", source["container"].isEmpty {
      problems.required(source["container"], "must specify a container")
    }
    checkTarget(target, &problems)
    checkShareTarget(target, &problems)
    return
  case "object": checkDescribed(source["describedObject"], &problems)
  default: break
  }
  checkIdentifier(source["metric"], &problems)
  checkTarget(target, &problems)
  let (value, average) = (target["value"], target["averageValue"])
  switch kind {
  case "pods":
    if !average.exists {
      problems.required(average, "must specify a positive target averageValue")
    }
  case "external" where value.exists && average.exists:
    problems.forbidden(value, "may not set both a target value for metric and a per-pod target")
  default:
    if !value.exists, !average.exists {
      problems.required(average, "must set either a target value for metric or a per-pod target")
    }
  }
}

/// The use of a resource as a share of what was asked for, or as an amount.
private func checkShareTarget(_ target: Place, _ problems: inout Problems) {
  let (share, average) = (target["averageUtilization"], target["averageValue"])
  if !share.exists, !average.exists {
    problems.required(share, "must set either a target raw value or a target utilization")
  }
  if share.exists, average.exists {
    problems.forbidden(
      average,
      "may not set both a target raw value and a target utilization",
    )
  }
}

/// A target has a type, and every value that it has is above zero.
private func checkTarget(_ target: Place, _ problems: inout Problems) {
  let type = target["type"]
  if type.isEmpty { problems.required(type, "must specify a metric target type") }
  if !["Utilization", "Value", "AverageValue"].contains(type.text) {
    problems.invalid(
      type,
      "must be either Utilization, Value, or AverageValue",
      showing: .string(type.text),
    )
  }
  for key in ["value", "averageValue"] {
    guard let amount = try? Quantity(target[key].text), amount <= .zero else { continue }
    problems.invalid(target[key], "must be positive")
  }
  if let share = target["averageUtilization"].number, share < 1 {
    problems.invalid(target["averageUtilization"], "must be greater than 0")
  }
}

/// The name of a metric.
private func checkIdentifier(_ metric: Place, _ problems: inout Problems) {
  let name = metric["name"]
  if name.isEmpty {
    problems.required(name, "must specify a metric name")
  } else {
    problems.invalid(name, segmentProblems(name.text))
  }
}

/// The object that a metric is of.
private func checkDescribed(_ object: Place, _ problems: inout Problems) {
  for key in ["kind", "name"] {
    if object[key].isEmpty {
      problems.required(object[key])
    } else {
      problems.invalid(object[key], segmentProblems(object[key].text))
    }
  }
}

/// How fast an autoscaler goes up and down.
func checkBehavior(_ behavior: Place, _ problems: inout Problems) {
  for direction in ["scaleUp", "scaleDown"] where behavior[direction].exists {
    let rules = behavior[direction]
    let window = rules["stabilizationWindowSeconds"]
    if let seconds = window.number {
      problems.notNegative(window)
      if seconds > 3600 { problems.invalid(window, "must be less than or equal to 3600") }
    }
    problems.check(pointer: rules["selectPolicy"], oneOf: ["Disabled", "Max", "Min"])
    if rules["policies"].isEmpty {
      problems.required(rules["policies"], "must specify at least one Policy")
    }
    for policy in rules["policies"].items { checkPolicy(policy, &problems) }
  }
}

/// By how much in which time; the longest is half an hour.
private func checkPolicy(_ policy: Place, _ problems: inout Problems) {
  if !["Percent", "Pods"].contains(policy["type"].text) {
    problems.unsupported(policy["type"], ["Percent", "Pods"])
  }
  for key in ["value", "periodSeconds"] where policy[key].number ?? 0 <= 0 {
    problems.invalid(policy[key], "must be greater than zero", showing: policy[key].value ?? 0)
  }
  if let seconds = policy["periodSeconds"].number, seconds > 1800 {
    problems.invalid(policy["periodSeconds"], "must be less than or equal to 1800")
  }
}
