import JSON

extension JSON {
  /// An object of a definition's kind with the defaults that its schema has.
  ///
  /// A null that the schema does not allow counts as a missing field, if that has a default.
  ///
  /// `keepsNulls` is for what was applied, where all other nulls stay, to be refused; elsewhere they are
  /// dropped without a word.
  func withDefaults(_ schema: Schema, keepsNulls: Bool = false) -> JSON {
    switch (schema.type, self) {
    case (.object, .object(let members)):
      var result = JSONObject()
      for member in members {
        let part = schema.member(member.key)
        // As the server does it: null is dropped where there is a default, and refused elsewhere.
        let constraints = part?.constraints
        if member.value == .null, let part, part.type != .anything,
          constraints?.isNullable != true, !keepsNulls || constraints?.standard != nil
        {
          continue
        }
        result[member.key] =
          part.map { member.value.withDefaults($0, keepsNulls: keepsNulls) } ?? member.value
      }
      for field in schema.fields where result[field.name] == nil {
        if let standard = field.schema.constraints?.standard {
          result[field.name] = standard.withDefaults(field.schema, keepsNulls: keepsNulls)
        }
      }
      return .object(result)
    case (.map, .object(let members)), (.atomicMap, .object(let members)):
      return .object(
        JSONObject(
          members.map { member in
            (
              member.key,
              schema.member(member.key)
                .map { member.value.withDefaults($0, keepsNulls: keepsNulls) } ?? member.value,
            )
          }
        )
      )
    case (.list, .array(let items)):
      return .array(items.map { $0.withDefaults(schema.element, keepsNulls: keepsNulls) })
    default: return self
    }
  }
}
