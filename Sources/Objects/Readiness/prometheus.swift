import JSON

extension Readiness {
  /// The operator says in conditions how far it has come; it retries what it could not reconcile.
  static func prometheus(_ object: JSON) -> Readiness {
    let generation = object.metadata.generation
    for type in ["Reconciled", "Available"] {
      guard let condition = object.condition(type) else {
        return .waiting(.unreported(condition: type))
      }
      guard condition.observedGeneration ?? generation >= generation else {
        return .waiting(.unobservedByOperator)
      }
      guard condition.isTrue else { return .waiting(.unmet(condition)) }
    }
    return .ready
  }
}
