import JSON

extension Readiness {
  /// As `kubectl rollout status` sees it; a cluster without a fitting node wants none.
  static func daemonSet(_ object: JSON) -> Readiness {
    guard object.count("observedGeneration") > 0, object.isObserved else {
      return .waiting(.unobserved)
    }
    let wanted = object.count("desiredNumberScheduled")
    let updated = object.count("updatedNumberScheduled")
    if updated < wanted { return .waiting(.nodes(.updated, have: updated, of: wanted)) }
    let available = object.count("numberAvailable")
    return available < wanted ? .waiting(.nodes(.available, have: available, of: wanted)) : .ready
  }
}
