import JSON

extension Readiness {
  /// As `kubectl rollout status` sees it.
  static func deployment(_ object: JSON) -> Readiness {
    guard object.isObserved else { return .waiting(.unobserved) }
    if let progress = object.condition("Progressing"),
      progress.explanation.reason == "ProgressDeadlineExceeded"
    {
      return .failed(.rolloutStuck(progress.explanation))
    }
    if let failure = object.condition("ReplicaFailure"), failure.isTrue {
      return .waiting(.replicasRefused(failure.explanation))
    }
    let wanted = object.wantedReplicas
    let updated = object.count("updatedReplicas")
    if updated < wanted { return .waiting(.replicas(.updated, have: updated, of: wanted)) }
    let old = object.count("replicas") - updated
    if old > 0 { return .waiting(.oldReplicas(old)) }
    let available = object.count("availableReplicas")
    return available < updated
      ? .waiting(.replicas(.available, have: available, of: updated)) : .ready
  }
}
