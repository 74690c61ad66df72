import JSON
import Objects

extension Readiness {
  /// The operator says in conditions how far it has come; it retries what it could not reconcile.
  static func prometheus(_ object: JSON) -> Readiness {
    let generation = object.metadata.generation
    for type in ["Reconciled", "Available"] {
      guard let condition = object.condition(type) else {
        return .waiting("the operator has not reported \(type) yet")
      }
      guard condition.observedGeneration ?? generation >= generation else {
        return .waiting("the operator has not seen the change yet")
      }
      guard condition.isTrue else {
        let words = condition.conditionWords
        return .waiting("it is not \(type)\(words.isEmpty ? "" : ": \(words)")")
      }
    }
    return .ready
  }
}
