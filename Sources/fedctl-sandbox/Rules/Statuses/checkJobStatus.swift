import JSON

/// Job: what has ended stays so, and has ended completely.
@Sendable func checkJobStatus(_ object: Place, _ live: Place, _ problems: inout Problems) {
  let (status, before) = (object["status"], live["status"])
  for key in ["active", "succeeded", "failed", "ready", "terminating"] {
    problems.notNegative(status[key])
  }
  checkUncounted(status["uncountedTerminatedPods"], &problems)
  checkEnd(status, before, &problems)
  let indexes = status["completedIndexes"]
  if indexes.text != before["completedIndexes"].text, !indexes.isEmpty,
    object["spec"]["completionMode"].text != "Indexed"
  {
    problems.invalid(
      indexes,
      "cannot set non-empty completedIndexes when non-indexed completion mode",
    )
  }
  if let ready = status["ready"].number, ready > status["active"].number ?? 0,
    status["ready"].value != before["ready"].value
      || status["active"].value != before["active"].value
  {
    problems.invalid(status["ready"], "cannot set more ready pods than active")
  }
  checkTransition(object, live, &problems)
}

/// A pod is counted once.
private func checkUncounted(_ pods: Place, _ problems: inout Problems) {
  var seen: Set<String> = []
  for pod in pods["succeeded"].items + pods["failed"].items {
    if pod.text.isEmpty {
      problems.invalid(pod, "must not be empty", showing: "")
    } else if !seen.insert(pod.text).inserted {
      problems.duplicate(pod)
    }
  }
}

/// What a Job that is complete or failed has to say besides; only what changes is looked at.
private func checkEnd(_ status: Place, _ before: Place, _ problems: inout Problems) {
  let isComplete = status.has("Complete")
  let (end, conditions) = (status["completionTime"], status["conditions"])
  let ended = isComplete || status.has("Failed")
  let isNews = isComplete != before.has("Complete")
  let failedIsNews = status.has("Failed") != before.has("Failed")
  if isNews || failedIsNews, isComplete, status.has("Failed") {
    problems.refuse(conditions, "cannot set Complete=True and Failed=true conditions")
  }
  if isNews || end.value != before["completionTime"].value {
    if end.exists, !isComplete {
      problems.invalid(end, "cannot set completionTime when there is no Complete=True condition")
    }
    if !end.exists, isComplete {
      problems.required(end, "completionTime is required for Complete jobs")
    }
  }
  if failedIsNews, status.has("Failed"), !status.has("FailureTarget") {
    problems.refuse(
      conditions,
      "cannot set Failed=True condition without the FailureTarget=true condition",
    )
  }
  if isNews, isComplete, !status.has("SuccessCriteriaMet") {
    problems.refuse(
      conditions,
      "cannot set Complete=True condition without the SuccessCriteriaMet=true condition",
    )
  }
  guard ended, isNews || failedIsNews else { return }
  if status["active"].number ?? 0 > 0 {
    problems.invalid(status["active"], "active>0 is invalid for finished job")
  }
  if !status["startTime"].exists {
    problems.required(status["startTime"], "startTime is required for finished job")
  }
}

/// What may not be taken back.
private func checkTransition(_ object: Place, _ live: Place, _ problems: inout Problems) {
  let (status, before) = (object["status"], live["status"])
  for type in ["Failed", "Complete", "FailureTarget"] where before.has(type) && !status.has(type) {
    problems.refuse(
      status["conditions"],
      "cannot disable the terminal \(type)=True condition",
    )
  }
  for key in ["failed", "succeeded"] where status[key].number ?? 0 < before[key].number ?? 0 {
    problems.invalid(
      status[key],
      "cannot decrease the \(key) counter",
      showing: status[key].value ?? 0,
    )
  }
  let start = status["startTime"]
  guard before["startTime"].exists, start.value != before["startTime"].value,
    !object["spec"]["suspend"].isTrue
  else { return }
  problems.invalid(
    start,
    "field is immutable for unsuspended job once set",
    showing: start.value ?? .null,
  )
}

extension Place {
  /// Whether a status has a condition that is true.
  fileprivate func has(_ condition: String) -> Bool {
    self["conditions"].items.contains {
      $0["type"].text == condition && $0["status"].text == "True"
    }
  }
}

extension Problems {
  /// Refuses a value that the server does not show.
  fileprivate mutating func refuse(_ place: Place, _ why: String) {
    add(.invalid, place.path, "Invalid value: \(why)")
  }
}
