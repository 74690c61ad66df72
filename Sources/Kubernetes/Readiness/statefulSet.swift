import JSON

extension Readiness {
  /// As `kubectl rollout status` sees it.
  static func statefulSet(_ object: JSON) -> Readiness {
    guard object.count("observedGeneration") > 0, object.isObserved else {
      return .waiting("the controller has not seen the change yet")
    }
    let wanted = object["spec"]?["replicas"]?.integerValue ?? 1
    let ready = object.count("readyReplicas")
    if ready < wanted { return .waiting("\(ready) of \(wanted) replicas are ready") }
    let status = object["status"]
    return status?["updateRevision"] == status?["currentRevision"]
      ? .ready : .waiting("\(object.count("updatedReplicas")) of \(wanted) replicas are updated")
  }
}
