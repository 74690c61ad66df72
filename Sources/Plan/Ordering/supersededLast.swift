import JSON
import Objects

/// A Secret of an earlier generation goes after everything that uses its successor does so: until then somebody may
/// show what only the old one makes good.
func supersededLast(_ staying: [OrderedObject], _ leaving: [OrderedObject]) -> [Edge] {
  leaving.filter { $0.reference.kind == .secret }.flatMap { old -> [Edge] in
    staying.filter { $0.succeeds(old) }.flatMap { successor -> [Edge] in
      let users = staying.filter { $0.uses(successor.reference) }.map(\.reference)
      return (users + [successor.reference]).map { ($0, old.reference) }
    }
  }
}

extension OrderedObject {
  /// The name of the first generation; nil for what is no Secret.
  fileprivate var line: String? {
    guard reference.kind == .secret else { return nil }
    return annotation(WellKnown.generationOf) ?? reference.name
  }

  /// Whether it is the generation that counts of a Secret of which another leaves.
  func succeeds(_ old: OrderedObject) -> Bool {
    isDesired && line != nil && line == old.line && reference != old.reference
      && reference.cluster == old.reference.cluster
      && reference.namespace == old.reference.namespace
  }

  /// Whether it mounts a Secret, or is handed something of it.
  fileprivate func uses(_ secret: ObjectReference) -> Bool {
    if pending.flatMap(\.handOffs).contains(where: { $0.isOf(secret) }) { return true }
    guard reference.cluster == secret.cluster, reference.namespace == secret.namespace, isWorkload
    else { return false }
    var names = ReferencedNames()
    names.collect(from: body["spec"] ?? [:])
    return names.secrets.contains(secret.name)
  }
}
