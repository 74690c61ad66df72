import JSON

/// The fields of a value that its type does not know, in the order in which they stand.
///
/// As decoders name them: `spec.containers[0].imagee`.
func unknownFields(in value: JSON, _ schema: Schema, at path: String = "") -> [String] {
  switch value {
  case .object(let members):
    members.flatMap { member -> [String] in
      let place = path.isEmpty ? member.key : "\(path).\(member.key)"
      guard let part = schema.member(member.key) else { return [place] }
      return unknownFields(in: member.value, part, at: place)
    }
  case .array(let items):
    items.enumerated().flatMap { number, item in
      unknownFields(in: item, schema.element, at: "\(path)[\(number)]")
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
