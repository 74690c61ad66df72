internal import JSON

extension Readiness {
  /// As `kubectl rollout status` judges.
  static func deployment(_ object: JSON) -> Readiness {
    if let progress = object.condition("Progressing"),
      progress["reason"] == "ProgressDeadlineExceeded"
    {
      return .failed(progress.explanation)
    }
    guard object["status"]?["observedGeneration"] != nil else {
      return .waiting("its controller has not seen it yet")
    }
    let wanted = object["spec"]?["replicas"]?.integerValue ?? 1
    let updated = object.statusNumber("updatedReplicas")
    let available = object.statusNumber("availableReplicas")
    if updated < wanted { return .waiting("\(updated) of \(wanted) replicas updated") }
    if object.statusNumber("replicas") > updated { return .waiting("old replicas are ending") }
    if available < updated { return .waiting("\(available) of \(updated) replicas available") }
    return .ready
  }

  /// As `kubectl rollout status` judges.
  static func statefulSet(_ object: JSON) -> Readiness {
    guard object.statusNumber("observedGeneration") != 0 else {
      return .waiting("its controller has not seen it yet")
    }
    let wanted = object["spec"]?["replicas"]?.integerValue ?? 1
    let ready = object.statusNumber("readyReplicas")
    if ready < wanted { return .waiting("\(ready) of \(wanted) replicas ready") }
    let strategy = object["spec"]?["updateStrategy"]
    guard strategy?["type"] != "OnDelete" else { return .ready }
    let partition = strategy?["rollingUpdate"]?["partition"]?.integerValue ?? 0
    let status = object["status"]
    guard partition > 0 else {
      return status?["updateRevision"] == status?["currentRevision"]
        ? .ready
        : .waiting("\(object.statusNumber("updatedReplicas")) of \(wanted) replicas updated")
    }
    let updated = object.statusNumber("updatedReplicas")
    return updated >= wanted - partition
      ? .ready : .waiting("\(updated) of \(wanted - partition) replicas updated")
  }

  /// Operators that set no conditions are judged by the StatefulSet that they make.
  static func prometheus(_ object: JSON) -> Readiness {
    let generation = object["metadata"]?["generation"]?.integerValue ?? 0
    for type in ["Reconciled", "Available"] {
      guard let condition = object.condition(type),
        condition["observedGeneration"]?.integerValue ?? 0 >= generation
      else { return .waiting("its operator has not reported \(type) yet") }
      guard condition["status"] == "True" else {
        let text = "\(type): \(condition.explanation)"
        return type == "Reconciled" && condition["status"] == "False"
          ? .failed(text) : .waiting(text)
      }
    }
    return .ready
  }
}
