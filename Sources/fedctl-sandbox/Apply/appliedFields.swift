import JSON

/// The fields that applying a value claims.
func appliedFields(of value: JSON, _ schema: Schema) -> FieldSet {
  var result = FieldSet()
  collect(value, schema, at: [], into: &result)
  return result
}

private func collect(
  _ value: JSON,
  _ schema: Schema,
  at path: [PathElement],
  into result: inout FieldSet,
) {
  switch (schema.type, value) {
  case (.object(_, false, _), .object(let members)), (.map, .object(let members)),
    (.anything, .object(let members)):
    collect(members, schema, at: path, into: &result)
  case (.list(_, .set, _), .array(let items)), (.list(_, .keyed, _), .array(let items)):
    for item in items {
      guard let element = schema.pathElement(of: item) else { continue }
      collect(item, schema.element, at: path + [element], into: &result)
      result.insert((path + [element])[...])
    }
  default: result.insert(path[...])
  }
}

private func collect(
  _ members: JSONObject,
  _ schema: Schema,
  at path: [PathElement],
  into result: inout FieldSet,
) {
  for member in members {
    let place = path + [.field(member.key)]
    collect(member.value, schema.member(member.key) ?? .anything, at: place, into: &result)
    if member.value == .null || member.value == [:] || schema.isMap { result.insert(place[...]) }
  }
}

extension Schema {
  /// Whether a member is a field of the type, and not an entry that somebody named.
  func hasField(_ name: String) -> Bool {
    if case .object(let fields, _, _) = type { fields[name] != nil } else { false }
  }

  /// Whether members are entries that somebody named rather than fields of a type.
  var isMap: Bool {
    if case .map = type { true } else { false }
  }
}
