import JSON
import Objects

extension Readiness {
  static func customResourceDefinition(_ object: JSON) -> Readiness {
    if let names = object.condition("NamesAccepted"), names.isFalse {
      return .failed(names.conditionWords)
    }
    return object.condition("Established")?.isTrue == true
      ? .ready : .waiting("is not established yet")
  }
}
