import JSON

extension JSON {
  /// Maps merge, lists and values are replaced; null is a value like any other.
  func merged(over base: JSON?) -> JSON {
    guard let mine = objectValue, case .object(var result)? = base else { return self }
    for member in mine { result[member.key] = member.value.merged(over: result[member.key]) }
    return .object(result)
  }
}

extension Shape {
  /// A value with everything filled in that its keys have a standard value for.
  func filling(_ value: JSON) -> JSON {
    switch (self, value) {
    case (.record(let record), .object(let members)),
      (.word(_, let record), .object(let members)),
      (.short(_, let record), .object(let members)):
      .object(record.filling(members))
    case (.list(let element), .array(let elements)): .array(elements.map(element.filling))
    default: value
    }
  }
}

extension Record {
  /// The members, and the standard values of those that are missing.
  func filling(_ members: JSONObject) -> JSONObject {
    var result = members
    for key in keys {
      if let value = members[key.name] {
        result[key.name] = key.shape.filling(value)
      } else if case .standard(let value) = key.presence {
        result[key.name] = key.shape.filling(value)
      }
    }
    return result
  }
}
