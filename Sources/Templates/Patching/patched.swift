import Fleet
import JSON
import Objects

/// The manifests with every patch applied, in the order of the fleet file.
func patched(_ manifests: [Manifest], by patches: [Patch]) throws(PatchErrors) -> [Manifest] {
  var manifests = manifests
  var problems: [FleetProblem] = []
  for patch in patches {
    let chosen = manifests.indices.filter { patch.target.matches(manifests[$0].reference) }
    if chosen.isEmpty {
      problems.append(
        FleetProblem(.patch(.matchesNothing(patch.target)), at: patch.targetMark)
      )
    }
    for index in chosen { problems += manifests[index].apply(patch) }
  }
  guard problems.isEmpty else { throw PatchErrors(problems: problems) }
  return manifests
}

extension Patch.Target {
  fileprivate func matches(_ reference: ObjectReference) -> Bool {
    kind == reference.kind.kind && (name ?? reference.name) == reference.name
      && (cluster ?? reference.cluster) == reference.cluster
  }
}

extension Manifest {
  /// Applies a patch, or says what in it cannot be applied and stays as it is.
  fileprivate mutating func apply(_ patch: Patch) -> [FleetProblem] {
    let result = body.merging(patch.merge)
    let identity = Self.identity.filter { result[$0] != body[$0] }
    let pending =
      bindings.map(\.path).filter { !result.leavesRoom(for: $0, in: body, after: patch.merge) }
      + bindings.compactMap { plainText(over: $0.path) }.filter { result[$0] != nil }
    guard identity.isEmpty, pending.isEmpty else {
      return identity.map {
        FleetProblem(.patch(.changesIdentity(reference, $0)), at: patch.mark(of: $0))
      }
        + pending.map {
          FleetProblem(.patch(.changesPendingField(reference, $0)), at: patch.mark(of: $0))
        }
    }
    body = result
    return []
  }

  /// The member of a Secret's `stringData` that the API server takes in place of a field of its `data`.
  private func plainText(over path: FieldPath) -> FieldPath? {
    guard reference.kind == .secret, path.steps.count == 2, path.steps.first == .key("data"),
      case .key(let key)? = path.steps.last
    else { return nil }
    return FieldPath(keys: "stringData", key)
  }

  /// What says which object it is, and whose.
  private static let identity = [
    FieldPath(keys: "apiVersion"),
    FieldPath(keys: "kind"),
    FieldPath(keys: "metadata", "name"),
    FieldPath(keys: "metadata", "namespace"),
    FieldPath(keys: "metadata", "labels", WellKnown.fleetLabel),
    FieldPath(keys: "metadata", "labels", WellKnown.applySetPartOf),
    FieldPath(keys: "metadata", "labels", WellKnown.applySetIdentifier),
  ]
}

extension JSON {
  /// Whether the field is still as it was before and can be set later, and the patch did not ask for
  /// its removal.
  fileprivate func leavesRoom(for path: FieldPath, in before: JSON, after patch: JSON) -> Bool {
    let prefixes = path.steps.indices.map { FieldPath(Array(path.steps[...$0])) }
    let isRemoved = prefixes.contains { patch[$0] == .null }
    return !isRemoved && self[path] == before[path] && setting(path, to: "")[path] != nil
  }
}
