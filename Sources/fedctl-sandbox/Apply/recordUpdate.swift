import JSON

/// Notes in an object's managedFields who changed what by a write other than apply.
func recordUpdate(from old: JSON?, to new: inout JSON, by writer: Writer, _ schema: Schema) {
  let comparison = Comparison(from: old?.tracked ?? [:], to: new.tracked, schema)
  // Whoever sends owners sets them, as the real server lets them: an empty list gives up on knowing.
  var owners = old == nil ? [] : new.fieldOwners
  let lost = comparison.changed.union(comparison.removed)
  for place in owners.indices where !writer.isUpdate(owners[place]) {
    owners[place].fields = owners[place].fields.subtracting(lost)
  }
  note(comparison, by: writer, in: &owners)
  new.fieldOwners = owners
}

private func note(_ comparison: Comparison, by writer: Writer, in owners: inout [FieldOwner]) {
  if let place = owners.firstIndex(where: writer.isUpdate) {
    let before = owners[place].fields
    owners[place].fields = before.union(comparison.changed).subtracting(comparison.removed)
    if owners[place].fields != before { owners[place].time = writer.time }
  } else {
    owners.append(writer.owner(.update, comparison.changed))
  }
}
