import FoundationEssentials
import JSON

/// An autoscaler: what it goes by, and how many there may be.
let autoscalerColumns: [Column] = [
  .name,
  Column("Reference") { object in
    let target = object["spec"]?["scaleTargetRef"]
    return named(target?["kind"], target?["name"])
  },
  Column("Targets") { .string(targets(of: $0)) },
  Column("MinPods") { .string($0["spec"]?["minReplicas"]?.plainText ?? "<unset>") },
  Column("MaxPods", "spec", "maxReplicas"),
  Column("Replicas") { $0["status"]?["currentReplicas"] ?? 0 }, .age,
]

/// What there is of each metric, and what is aimed at; of many, the first two.
private func targets(of autoscaler: JSON) -> String {
  let metrics = autoscaler["spec"]?["metrics"]?.arrayValue ?? []
  let current = autoscaler["status"]?["currentMetrics"]?.arrayValue ?? []
  if metrics.isEmpty { return "<none>" }
  let words = metrics.enumerated().map { number, metric in
    target(metric, current.indices.contains(number) ? current[number] : nil)
  }
  let shown = words.prefix(2).joined(separator: ", ")
  return words.count > 2 ? "\(shown) + \(words.count - 2) more..." : shown
}

/// One metric, as `cpu: 12%/80%`.
private func target(_ metric: JSON, _ status: JSON?) -> String {
  let keys = [
    "External": "external", "Pods": "pods", "Object": "object", "Resource": "resource",
    "ContainerResource": "containerResource",
  ]
  guard let type = metric["type"]?.stringValue, let key = keys[type] else {
    return "<unknown type>"
  }
  let (aim, now) = (metric[key]?["target"], status?[key]?["current"])
  let name = metric[key]?["name"]?.stringValue.map { "\($0): " } ?? ""
  if let average = aim?["averageValue"] {
    let note = ["External", "Object"].contains(type) ? " (avg)" : ""
    return "\(name)\(shown(now?["averageValue"]))/\(average.plainText)\(note)"
  }
  if ["Resource", "ContainerResource"].contains(type) {
    let share = now?["averageUtilization"].map { "\($0.plainText)%" } ?? "<unknown>"
    let wanted = aim?["averageUtilization"].map { "\($0.plainText)%" } ?? "<auto>"
    return "\(name)\(share)/\(wanted)"
  }
  return "\(name)\(shown(now?["value"]))/\(shown(aim?["value"]))"
}

/// A value, if it is known.
private func shown(_ value: JSON?) -> String { value?.plainText ?? "<unknown>" }

/// In which state a Job is, by its conditions.
func jobState(_ job: JSON) -> String {
  if job.has(condition: "Complete") { return "Complete" }
  if job.has(condition: "Failed") { return "Failed" }
  if job.isTerminating { return "Terminating" }
  return ["Suspended", "FailureTarget", "SuccessCriteriaMet"].first { job.has(condition: $0) }
    ?? "Running"
}

/// How many of a Job's pods have ended well.
func jobShare(_ job: JSON) -> String {
  let done = (job["status"]?["succeeded"] ?? 0).text()
  if let all = job["spec"]?["completions"] { return "\(done)/\(all.text())" }
  let parallel = job["spec"]?["parallelism"]?.integerValue ?? 0
  return parallel > 1 ? "\(done)/1 of \(parallel)" : "\(done)/1"
}

/// How long a Job has been at it, or was; nothing before it began.
func jobDuration(_ job: JSON) -> String {
  guard let start = job["status"]?["startTime"]?.date else { return "" }
  let end = job["status"]?["completionTime"]?.date ?? Date.now
  return humanDuration(Int(end.timeIntervalSince(start)))
}
