import JSON

extension Readiness {
  /// A certificate of cert-manager is ready once its Secret is filled by its newest form.
  static func certificate(_ object: JSON) -> Readiness {
    let generation = object.metadata.generation
    guard let condition = object.condition("Ready"),
      condition.observedGeneration ?? generation >= generation
    else { return .waiting(.unissued) }
    return condition.isTrue ? .ready : .waiting(.unmet(condition))
  }
}
