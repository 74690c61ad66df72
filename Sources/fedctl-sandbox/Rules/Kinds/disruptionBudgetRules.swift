import JSON

/// PodDisruptionBudget: one of two bounds, as a count or a share.
let disruptionBudgetRules = KindRules(
  name: segmentProblems,
  check: { object, problems in
    let spec = object["spec"]
    if spec["minAvailable"].exists, spec["maxUnavailable"].exists {
      problems.invalid(spec, "minAvailable and maxUnavailable cannot be both set")
    }
    for key in ["minAvailable", "maxUnavailable"] {
      checkCountOrShare(spec[key], &problems)
      checkNotMoreThanAll(spec[key], &problems)
    }
    checkSelector(spec["selector"], &problems)
    problems.check(
      spec["unhealthyPodEvictionPolicy"],
      oneOf: ["AlwaysAllow", "IfHealthyBudget"],
    )
  },
)
