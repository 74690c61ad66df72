import JSON

/// What a definition's schema says against an object of its kind.
func constraintProblems(of object: JSON, _ schema: Schema) -> Problems {
  var problems = Problems()
  check(Place(object), schema, &problems)
  checkDistinct(Place(object), schema, &problems)
  if problems.isBlocking, schema.hasRules {
    problems.add(
      .invalid,
      "<nil>",
      "Invalid value: null: some validation rules were not checked because the object was invalid; "
        + "correct the existing errors to complete validation",
    )
  }
  return problems
}

/// Looks at a value and all its parts; parts of a value of the wrong type are left alone.
private func check(_ place: Place, _ schema: Schema, _ problems: inout Problems) {
  guard let value = place.value else { return }
  // A value of another type has no parts that could be looked at.
  if let wanted = schema.type.jsonType(refusing: value) {
    problems.add(
      .typeInvalid,
      place.path,
      "Invalid value: \(JSON.string(value.jsonType).text()): \(place.path) in body must be of type "
        + "\(wanted): \(JSON.string(value.jsonType).text())",
    )
    checkAlternatives(place, value, schema.type, &problems)
    checkRange(place, schema.type, &problems)
    if let constraints = schema.constraints { checkAllowed(place, value, constraints, &problems) }
    return
  }
  checkRange(place, schema.type, &problems)
  checkTime(place, schema.type, &problems)
  if let constraints = schema.constraints { check(place, value, constraints, &problems) }
  switch value {
  case .object(let members):
    for member in members {
      guard let part = schema.member(member.key) else { continue }
      let place = place[member.key]
      if member.value == .null { checkNull(place, part, &problems) }
      check(place, part, &problems)
    }
  case .array(let items):
    for (item, value) in zip(place.items, items) {
      if value == .null { checkNull(item, schema.element, &problems) }
      check(item, schema.element, &problems)
    }
  default: break
  }
}

/// A text that is to be a time has the form of one.
private func checkTime(_ place: Place, _ type: SchemaType, _ problems: inout Problems) {
  guard type == .scalar(.time), place.value?.date == nil else { return }
  let shown = JSON.string(place.text).text()
  problems.add(
    .typeInvalid,
    place.path,
    "Invalid value: \(shown): \(place.path) in body must be of type date-time: \(shown)",
  )
}

/// A null is of no type, and allowed only where the schema says so.
private func checkNull(_ place: Place, _ schema: Schema, _ problems: inout Problems) {
  guard schema.constraints?.isNullable != true,
    let wanted = schema.type.jsonType(refusing: .null)
  else { return }
  problems.add(
    .typeInvalid,
    place.path,
    "Invalid value: \"null\": \(place.path) in body must be of type \(wanted): \"null\"",
  )
}

/// A number without a fraction, of as many bits as the schema says; the server names no field.
private func checkRange(_ place: Place, _ type: SchemaType, _ problems: inout Problems) {
  guard case .scalar(let scalar) = type, scalar.isOutOfRange(place.value ?? .null) else { return }
  problems.add(
    .invalid,
    "<nil>",
    "Invalid value: \"\": Checked value must be of type integer with format int32 in \(place.path)",
  )
}

/// Of a value that may be of two types and is of neither, the server says more than once that it is
/// wrong.
private func checkAlternatives(
  _ place: Place,
  _ value: JSON,
  _ type: SchemaType,
  _ problems: inout Problems,
) {
  guard [.scalar(.integerOrText), .scalar(.quantity)].contains(type) else { return }
  problems.add(
    .invalid,
    "<nil>",
    "Invalid value: \"\": \(JSON.string(place.path).text()) must validate at least one schema "
      + "(anyOf)",
  )
  let name = JSON.string(value.jsonType).text()
  problems.add(
    .typeInvalid,
    place.path,
    "Invalid value: \(name): \(place.path) in body must be of type integer: \(name)",
  )
}

/// Sets hold a value once, and keyed lists an element of the same keys; server-side apply has said so
/// before, in its own words.
private func checkDistinct(_ place: Place, _ schema: Schema, _ problems: inout Problems) {
  switch (schema.type, place.value) {
  case (.list(_, let merge, _), .array(let items)):
    var seen: Set<JSON> = []
    for (item, value) in zip(place.items, items) {
      if let name = merge.name(of: value), !seen.insert(name).inserted {
        problems.duplicate(item, showing: name)
      }
    }
    for item in place.items { checkDistinct(item, schema.element, &problems) }
  case (_, .object(let members)):
    for member in members {
      // Of metadata, rules of its own say what may repeat.
      if let part = schema.member(member.key), place.path + member.key != "metadata" {
        checkDistinct(place[member.key], part, &problems)
      }
    }
  default: break
  }
}

extension ListMerge {
  /// What tells an element from others, in the order of Go's maps; nil where they may repeat.
  fileprivate func name(of element: JSON) -> JSON? {
    switch self {
    case .replaced: nil
    case .set: element
    case .keyed(let keys):
      .object(
        JSONObject(
          keys.map(\.name).sorted().compactMap { key in element[key].map { (key, $0) } }
        )
      )
    }
  }
}

/// Each constraint of the schema that the value breaks is a problem of its own.
private func check(
  _ place: Place,
  _ value: JSON,
  _ constraints: Constraints,
  _ problems: inout Problems,
) {
  for key in constraints.required where value[key] == nil { problems.required(place[key]) }
  checkAllowed(place, value, constraints, &problems)
  if let number = value.numberValue { checkBounds(place, number, constraints, &problems) }
  let before = problems.fields.count
  checkCount(place, value, constraints, &problems)
  // Of a text that is too long or too short nothing more is said.
  if let pattern = constraints.pattern, case .string(let text) = value,
    problems.fields.count == before, !matches(text, pattern: pattern)
  {
    problems.invalid(place, "\(place.path) in body should match '\(pattern)'")
  }
}

/// The values that there may be, which one of another type is none of either.
private func checkAllowed(
  _ place: Place,
  _ value: JSON,
  _ constraints: Constraints,
  _ problems: inout Problems,
) {
  guard !constraints.allowed.isEmpty, !constraints.allowed.contains(value) else { return }
  problems.unsupported(place, constraints.allowed.map { $0.stringValue ?? $0.text() })
}

/// The bounds of a number, which belong to what is allowed.
private func checkBounds(
  _ place: Place,
  _ number: Double,
  _ constraints: Constraints,
  _ problems: inout Problems,
) {
  /// As Go writes numbers: without a point where there is nothing behind it.
  func words(_ bound: Double) -> String {
    Int64(exactly: bound).map { String($0) } ?? String(bound)
  }
  if let minimum = constraints.minimum, number < minimum {
    problems.invalid(
      place,
      "\(place.path) in body should be greater than or equal to \(words(minimum))",
    )
  }
  if let maximum = constraints.maximum, number > maximum {
    problems.invalid(
      place,
      "\(place.path) in body should be less than or equal to \(words(maximum))",
    )
  }
}

/// The length of a text, and the number of items or members.
private func checkCount(
  _ place: Place,
  _ value: JSON,
  _ constraints: Constraints,
  _ problems: inout Problems,
) {
  let (count, unit): (Int, String)
  switch value {
  case .string(let text): (count, unit) = (text.unicodeScalars.count, "chars long")
  case .array(let items): (count, unit) = (items.count, "items")
  case .object(let members): (count, unit) = (members.count, "properties")
  default: return
  }
  // The words of kube-openapi, which are not Kubernetes' own.
  let verb = unit == "chars long" ? "should be" : "should have"
  if let minimum = constraints.minimumCount, count < minimum {
    problems.invalid(place, "\(place.path) in body \(verb) at least \(minimum) \(unit)")
  }
  guard let maximum = constraints.maximumCount, count > maximum else { return }
  switch value {
  case .string: problems.tooLong(place, bytes: Int(maximum))
  case .array:
    problems.add(.tooMany, place.path, "Too many: \(count): must have at most \(maximum) items")
  default:
    problems.add(
      .tooMany,
      place.path,
      "Too many: \(count): must have at most \(maximum) properties",
    )
  }
}

extension SchemaType {
  /// The name of the type where a value is of another one.
  fileprivate func jsonType(refusing value: JSON) -> String? {
    switch (self, value) {
    case (.anything, _), (.atomic, _): nil
    case (.object, .object), (.map, .object), (.atomicMap, .object), (.list, .array): nil
    case (.object, _), (.map, _), (.atomicMap, _): "object"
    case (.list, _): "array"
    case (.scalar(let scalar), _): scalar.jsonType(refusing: value)
    }
  }
}

extension Scalar {
  /// Whether a number has a fraction, or more bits than the type.
  fileprivate func isOutOfRange(_ value: JSON) -> Bool {
    switch (self, value) {
    case (.int32, .integer(let number)): Int32(exactly: number) == nil
    case (.int32, .double), (.int64, .double): true
    default: false
    }
  }

  /// nil where the type is right.
  fileprivate func jsonType(refusing value: JSON) -> String? {
    switch (self, value) {
    case (.text, .string), (.base64, .string), (.time, .string), (.microTime, .string),
      (.int32, .integer), (.int64, .integer), (.number, .integer), (.number, .double),
      (.truth, .bool), (.integerOrText, .integer), (.integerOrText, .string),
      (.quantity, .integer), (.quantity, .double), (.quantity, .string):
      nil
    case (.int32, .double(let number)), (.int64, .double(let number)):
      Int64(exactly: number) == nil ? "integer" : nil
    case (.text, _), (.base64, _), (.time, _), (.microTime, _), (.quantity, _): "string"
    case (.int32, _), (.int64, _): "integer"
    case (.number, _): "number"
    case (.truth, _): "boolean"
    case (.integerOrText, _): "integer,string"
    }
  }
}

extension Schema {
  /// Whether the definition has a rule in CEL here or further down.
  fileprivate var hasRules: Bool {
    if constraints?.hasRules == true { return true }
    switch type {
    case .object: return fields.contains { $0.name != "metadata" && $0.schema.hasRules }
    case .list: return element.hasRules
    case .map, .atomicMap: return member("")?.hasRules ?? false
    case .scalar, .anything, .atomic: return false
    }
  }
}
