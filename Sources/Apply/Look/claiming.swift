import JSON
import Objects
import Plan

extension Manifest {
  /// A namespace with the mark that the fleet has made it, where it has or is about to.
  ///
  /// One that was there before the fleet never gets it, and so outlives the fleet; one of which nobody knows
  /// whether it is there is left as it is.
  func claiming(_ live: LiveState, fleet: String) -> Manifest {
    guard reference.kind == .namespace, live.snapshot(of: reference.cluster) != nil,
      live.unreadable(reference) == nil
    else { return self }
    let path = FieldPath(keys: "metadata", "annotations", WellKnown.createdBy)
    guard let namespace = live[reference] else {
      return setting(path, to: .string(fleet))
    }
    return namespace[path].map { setting(path, to: $0) } ?? self
  }

  private func setting(_ path: FieldPath, to value: JSON) -> Manifest {
    var copy = self
    copy.body = copy.body.setting(path, to: value)
    return copy
  }
}
