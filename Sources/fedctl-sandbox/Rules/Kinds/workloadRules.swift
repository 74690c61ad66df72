import JSON

/// Deployment: a selector that never changes and finds the template's pods.
let deploymentRules = KindRules(
  check: { object, problems in
    let spec = object["spec"]
    problems.notNegative(spec["replicas"])
    if !spec["selector"].exists { problems.required(spec["selector"]) }
    checkWorkloadSelector(spec, "deployment", &problems)
    checkWorkloadTemplate(spec, unreadable: "invalid label selector", &problems)
    checkStrategy(spec["strategy"], &problems)
    for key in ["minReadySeconds", "revisionHistoryLimit"] { problems.notNegative(spec[key]) }
    checkDeadline(spec, &problems)
  },
  checkChange: checkSelectorChange,
  warnings: { object in nameWarnings(object) + podWarnings(object["spec"]["template"]["spec"]) },
)

/// ReplicaSet: as a Deployment, without a strategy.
let replicaSetRules = KindRules(
  check: { object, problems in
    let spec = object["spec"]
    for key in ["replicas", "minReadySeconds"] { problems.notNegative(spec[key]) }
    if !spec["selector"].exists { problems.required(spec["selector"]) }
    checkWorkloadSelector(spec, "deployment", &problems)
    checkWorkloadTemplate(spec, unreadable: "invalid label selector", &problems)
  },
  checkChange: checkSelectorChange,
  warnings: { podWarnings($0["spec"]["template"]["spec"]) },
)

/// DaemonSet: as a Deployment, without a count.
///
/// A missing selector is reported only as one that does not match.
let daemonSetRules = KindRules(
  check: { object, problems in
    let spec = object["spec"]
    checkWorkloadSelector(spec, "daemonset", &problems)
    checkWorkloadTemplate(spec, &problems)
    for key in ["minReadySeconds", "revisionHistoryLimit"] { problems.notNegative(spec[key]) }
    checkUpdateStrategy(spec["updateStrategy"], &problems)
  },
  checkChange: checkSelectorChange,
  warnings: { podWarnings($0["spec"]["template"]["spec"]) },
)

/// Job: counts that are not negative, and pods that end.
let jobRules = KindRules(
  check: checkJob,
  checkChange: { object, live, problems in
    // The whole is looked at once more.
    checkJob(object, &problems)
    for key in [
      "completions", "selector", "template", "completionMode", "podFailurePolicy", "successPolicy",
      "backoffLimitPerIndex", "managedBy",
    ] {
      checkImmutable(object["spec"][key], live["spec"][key], &problems)
    }
  },
)

/// How a Job counts its pods, by whom it is run, and what needs an index for each pod.
private func checkIndexes(_ spec: Place, _ problems: inout Problems) {
  problems.check(pointer: spec["completionMode"], oneOf: ["NonIndexed", "Indexed"])
  problems.check(
    pointer: spec["podReplacementPolicy"],
    oneOf: ["Failed", "TerminatingOrFailed"],
  )
  problems.notNegative(spec["backoffLimitPerIndex"])
  if spec["completionMode"].text != "Indexed" {
    for key in ["backoffLimitPerIndex", "maxFailedIndexes", "successPolicy"] where spec[key].exists
    {
      problems.invalid(spec[key], "requires indexed completion mode")
    }
  }
  let manager = spec["managedBy"]
  if manager.exists {
    if manager.isEmpty {
      problems.required(manager)
    } else if !manager.text.contains("/") {
      problems.invalid(manager, "must be a domain-prefixed path (such as \"acme.io/foo\")")
    }
  }
}

/// What a Job may not say, whether it is new or not.
private func checkJob(_ object: Place, _ problems: inout Problems) {
  let spec = object["spec"]
  for key in [
    "parallelism", "completions", "activeDeadlineSeconds", "backoffLimit",
    "ttlSecondsAfterFinished",
  ] { problems.notNegative(spec[key]) }
  checkIndexes(spec, &problems)
  if !spec["selector"].exists { problems.required(spec["selector"]) }
  checkSelector(spec["selector"], &problems)
  checkMatch(spec["selector"], spec["template"]["metadata"]["labels"], nil, &problems)
  checkPodTemplate(spec["template"], &problems)
  let policy = spec["template"]["spec"]["restartPolicy"]
  if policy.text == "Always" {
    problems.required(policy, "valid values: \"OnFailure\", \"Never\"")
  } else {
    problems.check(policy, oneOf: ["OnFailure", "Never"])
  }
}

/// What a workload's selector has to be like, which its pods are found by.
func checkWorkloadSelector(_ spec: Place, _ kind: String, _ problems: inout Problems) {
  let selector = spec["selector"]
  guard selector.exists else { return }
  checkSelector(selector, &problems)
  if selector.isEmptySelector {
    problems.invalid(selector, "empty selector is invalid for \(kind)")
  }
}

/// The template of a workload whose pods never end.
///
/// `claims` are those of a StatefulSet; `unreadable` is what is said of a selector that has no meaning, beside what is wrong with its
/// parts; nil for nothing.
func checkWorkloadTemplate(
  _ spec: Place,
  claims: [Place]? = nil,
  unreadable: String? = nil,
  _ problems: inout Problems,
) {
  let template = spec["template"]
  checkMatch(spec["selector"], template["metadata"]["labels"], unreadable, &problems)
  checkTemplateMetadata(template, &problems)
  let spec = template["spec"]
  checkPodSpec(claims.map { spec.addingVolumes(of: $0) } ?? spec, &problems)
  let policy = template["spec"]["restartPolicy"]
  if policy.exists, policy.text != "Always" { problems.unsupported(policy, ["Always"]) }
  if template["spec"]["activeDeadlineSeconds"].exists {
    problems.forbidden(
      template["spec"]["activeDeadlineSeconds"],
      "activeDeadlineSeconds in ReplicaSet is not Supported",
    )
  }
}

/// A selector has to find the template's pods.
///
/// Beside that a selector is required, a missing one also matches nothing: the server says both.
private func checkMatch(
  _ selector: Place,
  _ labels: Place,
  _ unreadable: String?,
  _ problems: inout Problems,
) {
  var own = Problems()
  checkSelector(selector, &own)
  if !own.isEmpty {
    if let unreadable { problems.invalid(selector, unreadable) }
  } else if !selector.selects(labels) {
    problems.invalid(
      labels,
      "`selector` does not match template `labels`",
      showing: labels.value ?? .null,
    )
  }
}

/// Pods would be lost or taken over, were the selector another.
private func checkSelectorChange(_ object: Place, _ live: Place, _ problems: inout Problems) {
  checkImmutable(object["spec"]["selector"], live["spec"]["selector"], &problems)
}

/// A rollout cannot be late before its pods count as ready.
private func checkDeadline(_ spec: Place, _ problems: inout Problems) {
  let deadline = spec["progressDeadlineSeconds"]
  problems.notNegative(deadline)
  guard let seconds = deadline.number, seconds <= spec["minReadySeconds"].number ?? 0 else {
    return
  }
  problems.invalid(deadline, "must be greater than minReadySeconds")
}

/// How the pods of a Deployment are replaced; at least one may be missing or too many.
private func checkStrategy(_ strategy: Place, _ problems: inout Problems) {
  let rolling = strategy["rollingUpdate"]
  switch strategy["type"].text {
  case "Recreate":
    if rolling.exists {
      problems.forbidden(rolling, "may not be specified when strategy `type` is 'Recreate'")
    }
  case "RollingUpdate":
    checkRolling(rolling, &problems)
    let isStuck = ["maxUnavailable", "maxSurge"].allSatisfy { rolling[$0].isNone }
    if rolling.exists, isStuck {
      problems.invalid(rolling["maxUnavailable"], "may not be 0 when `maxSurge` is 0")
    }
  default:
    problems.unsupported(
      strategy,
      ["Recreate", "RollingUpdate"],
      showing: ["Type": strategy["type"].value ?? "", "RollingUpdate": rolling.value ?? .null],
    )
  }
}

/// Counts or shares of pods, of which not more than all may be missing.
private func checkRolling(_ rolling: Place, _ problems: inout Problems) {
  checkCountOrShare(rolling["maxUnavailable"], &problems)
  checkCountOrShare(rolling["maxSurge"], &problems)
  checkNotMoreThanAll(rolling["maxUnavailable"], &problems)
}

/// How the pods of a DaemonSet are replaced: one is missing or one too many, not both.
private func checkUpdateStrategy(_ strategy: Place, _ problems: inout Problems) {
  let rolling = strategy["rollingUpdate"]
  switch strategy["type"].text {
  case "OnDelete": return
  case "RollingUpdate":
    checkRolling(rolling, &problems)
    guard rolling.exists else { return }
    switch (rolling["maxUnavailable"].isNone, rolling["maxSurge"].isNone) {
    case (true, true):
      problems.required(rolling["maxUnavailable"], "cannot be 0 when maxSurge is 0")
    case (false, false):
      problems.invalid(rolling["maxSurge"], "may not be set when maxUnavailable is set")
    default: return
    }
  default:
    problems.unsupported(
      strategy,
      ["RollingUpdate", "OnDelete"],
      showing: ["Type": strategy["type"].value ?? "", "RollingUpdate": .null],
    )
  }
}

/// The name of a Deployment is part of its pods' names.
private func nameWarnings(_ object: Place) -> [String] {
  let words = labelProblems(object["metadata"]["name"].text)
  guard !words.isEmpty else { return [] }
  return [
    "metadata.name: this is used in Pod names and hostnames, which can result in surprising "
      + "behavior; a DNS label is recommended: [\(words.joined(separator: " "))]"
  ]
}

extension Place {
  /// Whether a count or share is none at all.
  fileprivate var isNone: Bool { value == 0 || ["", "0%"].contains(value?.stringValue) }
}
