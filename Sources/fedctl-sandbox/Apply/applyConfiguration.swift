import JSON

/// The result of applying a configuration to a live object; nil is no object yet.
///
/// What was sent is held against the live object as it is, without the server's defaults: an
/// empty text is another value, and so is a part that is replaced as a whole and lacks a default.
func applyConfiguration(
  _ configuration: JSON,
  to live: JSON?,
  by writer: Writer,
  force: Bool,
  _ forms: VersionForms,
) throws(ApplyConflicts) -> JSON {
  let schema = forms.schema
  let claimed = appliedFields(of: configuration.tracked, schema)
  var owners = live.map { $0.ownersBeforeApply(writer, schema) } ?? []
  // What the manager applied before and does not any more goes, unless somebody else has it too.
  let last = owners.first(where: writer.isApply)?.fields ?? FieldSet()
  let others = owners.filter { !writer.isApply($0) }.reduce(FieldSet()) { $0.union($1.fields) }
  var kept = claimed.union(others)
  // Every configuration says the name, which nobody owns.
  kept.insert([.field("metadata"), .field("name")])
  let dropped = last.withNamedFields(schema).removable(
    keeping: kept.withNamedFields(schema)
  )

  var result = remove(dropped, from: merge(live, with: configuration.owned, schema), schema)
  if live == nil { result = merge(result, with: configuration, schema) }
  var comparisons = Comparisons(from: live, to: result, forms)
  var conflicts: [FieldConflict] = []
  for owner in owners where !writer.isApply(owner) {
    let fields = owner.fields.intersection(comparisons.of(owner.apiVersion).changed)
    if !fields.isEmpty { conflicts.append(FieldConflict(owner: owner, fields: fields)) }
  }
  guard force || conflicts.isEmpty else { throw ApplyConflicts(conflicts: conflicts) }

  // Here conflicts are none, or forced: what was changed has one owner now.
  for place in owners.indices where !writer.isApply(owners[place]) {
    let comparison = comparisons.of(owners[place].apiVersion)
    owners[place].fields = owners[place].fields
      .subtracting(comparison.changed).subtracting(comparison.removed)
  }
  owners = replacing(owners, claimed, by: writer)
  result.fieldOwners = owners
  return result
}

/// The owners with what this writer claims now; its time moves only where the claim changed.
private func replacing(
  _ owners: [FieldOwner],
  _ claimed: FieldSet,
  by writer: Writer,
) -> [FieldOwner] {
  var owners = owners
  if let place = owners.firstIndex(where: writer.isApply) {
    let before = owners[place]
    owners[place] = writer.owner(.apply, claimed)
    if before.fields == claimed { owners[place].time = before.time }
  } else {
    owners.append(writer.owner(.apply, claimed))
  }
  return owners
}

extension JSON {
  /// The owners of a live object; all that nobody owns has one of its own once somebody applies.
  fileprivate func ownersBeforeApply(_ writer: Writer, _ schema: Schema) -> [FieldOwner] {
    let owners = fieldOwners
    guard owners.isEmpty else { return owners }
    let first = Writer(
      manager: "before-first-apply",
      apiVersion: writer.apiVersion,
      subresource: writer.subresource,
      time: writer.time,
    )
    return [first.owner(.update, Comparison(from: [:], to: tracked, schema).changed)]
  }

  /// A configuration without the parts of its metadata that only the server writes.
  fileprivate var owned: JSON {
    guard case .object(var object) = self, var metadata = object["metadata"]?.objectValue else {
      return self
    }
    for key in ["uid", "resourceVersion", "generation", "creationTimestamp", "managedFields"] {
      metadata[key] = nil
    }
    object["metadata"] = .object(metadata)
    return .object(object)
  }
}
