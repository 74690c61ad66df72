import JSON

extension JSON {
  /// An object of a definition's kind with the defaults that its schema has.
  ///
  /// A null that the schema does not allow counts as a missing field.
  func withDefaults(_ schema: Schema) -> JSON {
    switch (schema.type, self) {
    case (.object, .object(let members)):
      var result = JSONObject()
      for member in members {
        let part = schema.member(member.key)
        // As the server does it: null is dropped first and then has its default, if there is one.
        if member.value == .null, let part, part.constraints?.isNullable != true,
          part.type != .anything
        {
          continue
        }
        result[member.key] = part.map { member.value.withDefaults($0) } ?? member.value
      }
      for field in schema.fields where result[field.name] == nil {
        if let standard = field.schema.constraints?.standard {
          result[field.name] = standard.withDefaults(field.schema)
        }
      }
      return .object(result)
    case (.map, .object(let members)), (.atomicMap, .object(let members)):
      return .object(
        JSONObject(
          members.map { member in
            (
              member.key,
              schema.member(member.key).map { member.value.withDefaults($0) } ?? member.value,
            )
          }
        )
      )
    case (.list, .array(let items)): return .array(items.map { $0.withDefaults(schema.element) })
    default: return self
    }
  }
}
