import JSON

/// Lease: how long it lasts, and how often it changed hands.
let leaseRules = KindRules(
  check: { object, problems in
    let spec = object["spec"]
    if let seconds = spec["leaseDurationSeconds"].number, seconds <= 0 {
      problems.invalid(spec["leaseDurationSeconds"], "must be greater than 0")
    }
    problems.notNegative(spec["leaseTransitions"])
  }
)
