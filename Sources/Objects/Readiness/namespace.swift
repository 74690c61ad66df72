import JSON

extension Readiness {
  /// Nothing can be created in a namespace that is on its way out.
  static func namespace(_ object: JSON) -> Readiness {
    object.metadata.isBeingDeleted ? .failed(.terminating) : .ready
  }
}
