import JSON
import Objects

extension Readiness {
  /// A Route works once a router has admitted it.
  static func route(_ object: JSON) -> Readiness {
    let entries = object["status"]?["ingress"]?.arrayValue ?? []
    let admissions = entries.compactMap { entry in
      entry.ownConditions.first { $0.type == "Admitted" }
    }
    if admissions.contains(where: \.isTrue) { return .ready }
    guard let refusal = admissions.first(where: \.isFalse) else {
      return .waiting("no router has admitted it yet")
    }
    return .failed("the router refuses it: \(refusal.conditionWords)")
  }
}
