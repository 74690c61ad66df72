import JSON

/// HorizontalPodAutoscaler: how few and how many, and of what.
let autoscalerRules = KindRules(
  check: { object, problems in
    let spec = object["spec"]
    let (least, most) = (spec["minReplicas"], spec["maxReplicas"])
    if let number = least.number, number < 1 {
      problems.invalid(least, "must be greater than or equal to 1")
    }
    let maximum = most.number ?? 0
    if maximum < 1 { problems.required(most, "must be set and greater than 0") }
    if let number = least.number, maximum < number {
      problems.invalid(
        most,
        "must be greater than or equal to `minReplicas`",
        showing: .integer(maximum),
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
  }
)
