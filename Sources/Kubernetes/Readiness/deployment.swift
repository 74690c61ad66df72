import JSON
import Objects

extension Readiness {
  /// As `kubectl rollout status` sees it.
  static func deployment(_ object: JSON) -> Readiness {
    guard object.isObserved else { return .waiting("the controller has not seen the change yet") }
    if let progress = object.condition("Progressing"),
      progress.explanation.reason == "ProgressDeadlineExceeded"
    {
      return .failed(progress.conditionWords)
    }
    let wanted = object["spec"]?["replicas"]?.integerValue ?? 1
    let updated = object.count("updatedReplicas")
    if updated < wanted { return .waiting("\(updated) of \(wanted) replicas are updated") }
    let old = object.count("replicas") - updated
    if old > 0 { return .waiting("\(old) old replicas are still running") }
    let available = object.count("availableReplicas")
    return available < updated
      ? .waiting("\(available) of \(updated) replicas are available") : .ready
  }
}
