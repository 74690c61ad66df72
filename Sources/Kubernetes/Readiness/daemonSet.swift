import JSON

extension Readiness {
  /// As `kubectl rollout status` sees it; a cluster without a fitting node wants none.
  static func daemonSet(_ object: JSON) -> Readiness {
    guard object.count("observedGeneration") > 0, object.isObserved else {
      return .waiting("the controller has not seen the change yet")
    }
    let wanted = object.count("desiredNumberScheduled")
    let updated = object.count("updatedNumberScheduled")
    if updated < wanted { return .waiting("\(updated) of \(wanted) nodes have the newest pod") }
    let available = object.count("numberAvailable")
    return available < wanted
      ? .waiting("\(available) of \(wanted) nodes have an available pod") : .ready
  }
}
