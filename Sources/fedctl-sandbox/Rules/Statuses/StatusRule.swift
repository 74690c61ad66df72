import JSON

/// What may not be written through the subresource `status` of a kind.
///
/// Only the status is looked at there: of the rest of the object, what is kept is what there was.
typealias StatusRule =
  @Sendable (_ object: Place, _ live: Place, inout Problems) -> Void

/// By qualified kind; of one that is not in the table, types alone are looked at.
let statusRules: [String: StatusRule] = [
  "Deployment.apps": deploymentStatus.check,
  "StatefulSet.apps": statefulSetStatus.check,
  "DaemonSet.apps": daemonSetStatus.check,
  "ReplicaSet.apps": replicaSetStatus.check,
  "Job.batch": checkJobStatus,
  "HorizontalPodAutoscaler.autoscaling": StatusCounts(["currentReplicas", "desiredReplicas"]).check,
  "PodDisruptionBudget.policy": checkBudgetStatus,
  "Service": checkServiceStatus,
  "Ingress.networking.k8s.io": { object, _, problems in
    checkEntries(object["status"]["loadBalancer"]["ingress"], withMode: false, &problems)
  },
  "Namespace": checkNamespaceStatus,
  "PersistentVolumeClaim": checkClaimStatus,
  "Pod": checkPodStatus,
  "Node": checkNodeStatus,
  "APIService.apiregistration.k8s.io": { object, _, problems in
    for condition in object["status"]["conditions"].items
    where !["True", "False", "Unknown"].contains(condition["status"].text) {
      problems.unsupported(
        condition["status"],
        ["True", "False", "Unknown"],
        showing: .string(condition["status"].text),
      )
    }
  },
]

/// A namespace is active until it is deleted, whatever somebody writes.
@Sendable private func checkNamespaceStatus(
  _ object: Place,
  _ live: Place,
  _ problems: inout Problems,
) {
  let isGoing = live["metadata"]["deletionTimestamp"].exists
  let phase = object["status"]["phase"]
  // By default it is.
  if phase.isEmpty, !isGoing { return }
  guard phase.text != (isGoing ? "Terminating" : "Active") else { return }
  problems.invalid(
    phase.renamed("status.Phase"),
    isGoing
      ? "may only be 'Terminating' if `deletionTimestamp` is not empty"
      : "may only be 'Active' if `deletionTimestamp` is empty",
    showing: .string(phase.text),
  )
}

/// A node has each of its addresses once.
@Sendable private func checkNodeStatus(
  _ object: Place,
  _ live: Place,
  _ problems: inout Problems,
) {
  var seen: Set<JSON> = []
  for address in object["status"]["addresses"].items {
    let shown: JSON = [
      "Type": .string(address["type"].text), "Address": .string(address["address"].text),
    ]
    if !seen.insert(shown).inserted { problems.duplicate(address, showing: shown) }
  }
}

/// A budget's counts, and its conditions as all newer kinds have them.
@Sendable private func checkBudgetStatus(
  _ object: Place,
  _ live: Place,
  _ problems: inout Problems,
) {
  var types: Set<String> = []
  for condition in object["status"]["conditions"].items {
    let type = condition["type"]
    if !types.insert(type.text).inserted { problems.duplicate(type) }
    checkCondition(condition, &problems)
  }
  StatusCounts(["disruptionsAllowed", "currentHealthy", "desiredHealthy", "expectedPods"])
    .check(object, live, &problems)
}

/// A condition that has a reason, and the time of its last change.
private func checkCondition(_ condition: Place, _ problems: inout Problems) {
  let (type, status, reason) = (condition["type"], condition["status"], condition["reason"])
  problems.invalid(type, qualifiedNameProblems(type.text), showing: .string(type.text))
  if !["False", "True", "Unknown"].contains(status.text) {
    problems.unsupported(status, ["False", "True", "Unknown"], showing: .string(status.text))
  }
  if let number = condition["observedGeneration"].number, number < 0 {
    problems.invalid(
      condition["observedGeneration"],
      "must be greater than or equal to zero",
    )
  }
  if condition["lastTransitionTime"].isEmpty {
    problems.required(condition["lastTransitionTime"])
  }
  if reason.isEmpty {
    problems.required(reason)
  } else if !isConditionReason(reason.text) {
    problems.invalid(
      reason,
      "a condition reason must start with alphabetic character, optionally followed by a string of "
        + "alphanumeric characters or '_,:', and must end with an alphanumeric character or '_' "
        + "(e.g. 'my_name',  or 'MY_NAME',  or 'MyName',  or 'ReasonA,ReasonB',  or "
        + "'ReasonA:ReasonB', regex used for validation is '[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?')",
    )
  }
}

/// Whether a text is one word, as `MinimumReplicasAvailable`.
private func isConditionReason(_ text: String) -> Bool {
  guard let first = text.utf8.first, let last = text.utf8.last else { return false }
  /// Letters, digits and what else there may be.
  func isWord(_ byte: UInt8, or others: String) -> Bool {
    let character = Character(Unicode.Scalar(byte))
    return character.isASCII && (character.isLetter || character.isNumber)
      || others.utf8.contains(byte)
  }
  return Character(Unicode.Scalar(first)).isLetter && isWord(last, or: "_")
    && text.utf8.allSatisfy { isWord($0, or: "_,:") }
}
