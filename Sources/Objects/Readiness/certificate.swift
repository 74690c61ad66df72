import JSON

extension Readiness {
  /// A certificate of cert-manager is ready once its Secret is filled.
  static func certificate(_ object: JSON) -> Readiness {
    guard let condition = object.condition("Ready") else { return .waiting(.unissued) }
    return condition.isTrue ? .ready : .waiting(.unmet(condition))
  }
}
