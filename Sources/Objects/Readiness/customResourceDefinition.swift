import JSON

extension Readiness {
  /// Names that another definition has can only be mended by hand.
  static func customResourceDefinition(_ object: JSON) -> Readiness {
    if let names = object.condition("NamesAccepted"), names.isFalse {
      return .failed(.namesRefused(names.explanation))
    }
    return object.condition("Established")?.isTrue == true ? .ready : .waiting(.notEstablished)
  }
}
