import JSON

/// A field that its type does not have.
struct UnknownField: Hashable, Sendable {
  /// As decoders name it: `spec.containers[0].imagee`.
  var plainPath: String
  /// As server-side apply names it: `.spec.containers[name="c"].imagee`.
  var typedPath: String
}

/// The fields of a value that its type does not know, in the order in which they stand.
func unknownFields(
  in value: JSON,
  _ schema: Schema,
  at place: UnknownField = UnknownField(plainPath: "", typedPath: ""),
) -> [UnknownField] {
  switch value {
  case .object(let members):
    members.flatMap { member -> [UnknownField] in
      var inner = place
      inner.plainPath += place.plainPath.isEmpty ? member.key : ".\(member.key)"
      inner.typedPath += ".\(member.key)"
      guard let part = schema.member(member.key) else { return [inner] }
      return unknownFields(in: member.value, part, at: inner)
    }
  case .array(let items):
    items.enumerated().flatMap { number, item in
      var inner = place
      inner.plainPath += "[\(number)]"
      inner.typedPath += schema.pathElement(of: item)?.causeText ?? "[\(number)]"
      return unknownFields(in: item, schema.element, at: inner)
    }
  default: []
  }
}

/// A value without the fields that its type does not know.
func pruned(_ value: JSON, _ schema: Schema) -> JSON {
  switch value {
  case .object(let members):
    .object(
      JSONObject(
        members.compactMap { member in
          schema.member(member.key).map { (member.key, pruned(member.value, $0)) }
        }
      )
    )
  case .array(let items): .array(items.map { pruned($0, schema.element) })
  default: value
  }
}
