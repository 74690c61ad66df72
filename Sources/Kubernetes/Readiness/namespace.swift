import JSON

extension Readiness {
  static func namespace(_ object: JSON) -> Readiness {
    object["status"]?["phase"] == "Terminating" ? .waiting("is being deleted") : .ready
  }
}
