import JSON

/// Notes in an object's managedFields who changed what by a write other than apply.
///
/// `ignoring` are members that this way of writing cannot change, whatever it says of them.
func recordUpdate(
  from old: JSON?,
  to new: inout JSON,
  by writer: Writer,
  _ forms: VersionForms,
  isCustom: Bool = false,
  ignoring: [FieldPath] = [],
) {
  var comparisons = Comparisons(from: old, to: new, forms, isCustom: isCustom, ignoring: ignoring)
  let comparison = comparisons.of(writer.apiVersion)
  // Whoever sends owners sets them, as the real server lets them: an empty list gives up on knowing,
  // and from there on nothing is noted until somebody applies.
  var owners = old == nil ? [] : new.fieldOwners
  guard old == nil || !owners.isEmpty else {
    new.fieldOwners = []
    return
  }
  for place in owners.indices where !writer.isUpdate(owners[place]) {
    let seen = comparisons.of(owners[place].apiVersion)
    let lost = seen.changed.union(seen.removed)
    owners[place].fields = owners[place].fields.subtracting(lost)
  }
  note(comparison, by: writer, in: &owners)
  new.fieldOwners = owners
}

/// Adds what was changed to the writer's own entry, and takes away what is gone.
private func note(_ comparison: Comparison, by writer: Writer, in owners: inout [FieldOwner]) {
  if let place = owners.firstIndex(where: writer.isUpdate) {
    let before = owners[place].fields
    owners[place].fields = before.union(comparison.changed).subtracting(comparison.removed)
    if owners[place].fields != before { owners[place].time = writer.time }
  } else {
    owners.append(writer.owner(.update, comparison.changed))
  }
}

extension JSON {
  /// This value without what stands at some paths of at most two keys.
  func without(_ paths: [FieldPath]) -> JSON {
    guard case .object(var members) = self else { return self }
    for path in paths {
      guard case .key(let first)? = path.steps.first else { continue }
      if path.steps.count == 1 {
        members[first] = nil
      } else if let part = members[first] {
        let rest = part.without([FieldPath(Array(path.steps.dropFirst()))])
        members[first] = rest == [:] ? JSON?.none : rest
      }
    }
    return .object(members)
  }
}

extension Resource {
  /// The members that a write to the object, or to one of its subresources, leaves as they were.
  func resetFields(_ subresource: String) -> [FieldPath] {
    guard subresource != "status" else {
      let labels = kind == "Deployment" ? [FieldPath(keys: "metadata", "labels")] : []
      return [FieldPath(keys: "spec")] + labels
    }
    return subresources.contains("status") ? [FieldPath(keys: "status")] : []
  }
}
