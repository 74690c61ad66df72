import JSON

extension Readiness {
  static func customResourceDefinition(_ object: JSON) -> Readiness {
    if let names = object.condition("NamesAccepted"), names["status"] == "False" {
      return .failed(names.conditionWords)
    }
    return object.condition("Established")?["status"] == "True"
      ? .ready : .waiting("is not established yet")
  }
}
