import Fleet
import JSON
import Objects

/// The manifests with every patch applied, in the order of the fleet file.
func patched(_ manifests: [Manifest], by patches: [Patch]) throws(PatchErrors) -> [Manifest] {
  var manifests = manifests
  var errors: [PatchError] = []
  for patch in patches {
    let chosen = manifests.indices.filter { patch.target.matches(manifests[$0].reference) }
    if chosen.isEmpty { errors.append(.matchesNothing(patch.target)) }
    for index in chosen {
      errors += manifests[index].apply(patch.merge)
    }
  }
  guard errors.isEmpty else { throw PatchErrors(errors: errors) }
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
  fileprivate mutating func apply(_ patch: JSON) -> [PatchError] {
    let result = body.merging(patch)
    let identity = Self.identity.filter { result[$0] != body[$0] }
    let pending = bindings.map(\.path).filter {
      !result.leavesRoom(for: $0, in: body, after: patch)
    }
    guard identity.isEmpty, pending.isEmpty else {
      return identity.map { .changesIdentity(reference, $0) }
        + pending.map { .changesPendingField(reference, $0) }
    }
    body = result
    return []
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
