import JSON

extension Readiness {
  /// A Route works once a router has admitted it, whatever others say.
  static func route(_ object: JSON) -> Readiness {
    let entries = object["status"]?["ingress"]?.arrayValue ?? []
    let admissions = entries.compactMap { entry in
      entry.ownConditions.first { $0.type == "Admitted" }
    }
    if admissions.contains(where: \.isTrue) { return .ready }
    let refusal = admissions.first(where: \.isFalse)
    return refusal.map { .failed(.refusedByRouter($0.explanation)) } ?? .waiting(.notAdmitted)
  }
}
