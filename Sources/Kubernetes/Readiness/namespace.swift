import JSON
import Objects

extension Readiness {
  /// Nothing can be created in a namespace that is on its way out.
  static func namespace(_ object: JSON) -> Readiness {
    let isDeleted = object.metadata.isBeingDeleted
    return isDeleted ? .failed("is being deleted: apply again when it has gone") : .ready
  }
}
