import JSON

extension Readiness {
  /// As `kubectl rollout status` sees it.
  static func statefulSet(_ object: JSON) -> Readiness {
    guard object.count("observedGeneration") > 0, object.isObserved else {
      return .waiting(.unobserved)
    }
    let wanted = object.wantedReplicas
    let ready = object.count("readyReplicas")
    if ready < wanted { return .waiting(.replicas(.ready, have: ready, of: wanted)) }
    let status = object["status"]
    guard status?["updateRevision"] != status?["currentRevision"] else { return .ready }
    return .waiting(.replicas(.updated, have: object.count("updatedReplicas"), of: wanted))
  }
}
