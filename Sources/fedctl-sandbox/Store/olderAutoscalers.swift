import JSON

/// Where an object of the old version keeps what that version has no place for.
private enum Note: String, CaseIterable {
  case metrics, behavior, conditions
  case currentMetrics = "current-metrics"

  /// The annotation's key.
  var key: String { "autoscaling.alpha.kubernetes.io/\(rawValue)" }
}

/// An autoscaler of `autoscaling/v2` in the form of `v1`.
func downgradedAutoscaler(_ object: JSON) -> JSON {
  let (spec, status) = (object["spec"] ?? [:], object["status"] ?? [:])
  let metrics = spec["metrics"]?.arrayValue ?? []
  let others = metrics.filter { share(of: $0, "target") == nil }
  var notes: [Note: JSON] = [:]
  if !others.isEmpty { notes[.metrics] = .array(others.map(olderMetric)) }
  notes[.behavior] = spec["behavior"].map(internalBehavior)
  if let conditions = status["conditions"], conditions != [] { notes[.conditions] = conditions }
  let current = status["currentMetrics"]?.arrayValue ?? []
  if !current.isEmpty { notes[.currentMetrics] = .array(current.map(olderMetric)) }
  return object.withNotes(notes).editing("spec") { spec in
    spec["targetCPUUtilizationPercentage"] =
      metrics.lazy.compactMap { share(of: $0, "target") }.first
    spec["metrics"] = nil
    spec["behavior"] = nil
  }.editing("status") { status in
    status["currentCPUUtilizationPercentage"] =
      current.lazy.compactMap { share(of: $0, "current") }.last
    for key in ["conditions", "currentMetrics"] { status[key] = nil }
    status.fill("currentReplicas", 0)
  }
}

/// An autoscaler of `autoscaling/v1` in the form of `v2`; a note that cannot be read is passed over.
func upgradedAutoscaler(_ object: JSON) -> JSON {
  let notes = object.notes
  var metrics = notes[.metrics]?.arrayValue.map { $0.map { newerMetric($0, "target") } } ?? []
  if let share = object["spec"]?["targetCPUUtilizationPercentage"], share != .null {
    metrics.append(shareMetric(share, "target", ["type": "Utilization"]))
  }
  if metrics.isEmpty { metrics = [shareMetric(80, "target", ["type": "Utilization"])] }
  var current = notes[.currentMetrics]?.arrayValue.map { $0.map { newerMetric($0, "current") } }
  if current == nil, let share = object["status"]?["currentCPUUtilizationPercentage"] {
    current = [shareMetric(share, "current", [:])]
  }
  return object.withNotes([:]).editing("spec") { spec in
    spec["targetCPUUtilizationPercentage"] = nil
    spec["metrics"] = .array(metrics)
    if let behavior = notes[.behavior] { spec["behavior"] = externalBehavior(behavior) }
  }.editing("status") { status in
    status["currentCPUUtilizationPercentage"] = nil
    status["currentMetrics"] = current.map { .array($0) } ?? .null
    if let conditions = notes[.conditions] { status["conditions"] = conditions }
  }
}

/// The share of CPU that a metric aims at, or that there is; nil for other metrics.
private func share(of metric: JSON, _ part: String) -> JSON? {
  guard metric["type"] == "Resource", metric["resource"]?["name"] == "cpu" else { return nil }
  return metric["resource"]?[part]?["averageUtilization"]
}

/// The metric of a share of CPU.
private func shareMetric(_ share: JSON, _ part: String, _ more: JSON) -> JSON {
  let value = mergePatched(more, ["averageUtilization": share])
  return ["type": "Resource", "resource": .object(["name": "cpu", .init(part): value])]
}

extension JSON {
  /// What the annotations keep for the newer version.
  fileprivate var notes: [Note: JSON] {
    Dictionary(
      Note.allCases.compactMap { note in
        guard let text = metadata["annotations"]?[note.key]?.stringValue,
          let value = try? JSON(parsing: text)
        else { return nil }
        return (note, value)
      }
    ) { first, _ in first }
  }

  /// The same object with these notes and no others.
  fileprivate func withNotes(_ notes: [Note: JSON]) -> JSON {
    editing("metadata") { metadata in
      let before = metadata["annotations"]?.objectValue
      var annotations = before ?? [:]
      for note in Note.allCases { annotations[note.key] = notes[note].map { .string($0.text()) } }
      metadata["annotations"] =
        before == nil && annotations.isEmpty || annotations.isEmpty && before != [:]
        ? JSON?.none : .object(annotations)
    }
  }
}
