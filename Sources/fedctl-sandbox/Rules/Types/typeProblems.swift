import JSON

/// What server-side apply says of values that do not fit their types (500).
///
/// The words are those of structured-merge-diff, which prints values as Go does.
func typeProblems(of value: JSON, _ schema: Schema, at path: String = "") -> [String] {
  if value == .null { return [] }
  switch (schema.type, value) {
  case (.scalar(let scalar), _):
    return scalar.complaint(about: value).map { ["\(path): \($0)"] } ?? []
  case (.object, .object(let members)): return memberProblems(members, schema, path)
  case (.map, .object(let members)), (.atomicMap, .object(let members)):
    return members.flatMap { member in
      schema.member(member.key).map {
        typeProblems(of: member.value, $0, at: "\(path).\(member.key)")
      } ?? []
    }
  case (.object, _), (.map, _), (.atomicMap, _):
    return ["\(path): expected map, got &{\(goText(value))}"]
  case (.list, .array(let items)): return itemProblems(items, schema, path)
  case (.list, _): return ["\(path): expected list, got &{\(goText(value))}"]
  case (.anything, _), (.atomic, _): return []
  }
}

/// Of fields that the type does not have, the server names the first and looks no further.
private func memberProblems(_ members: JSONObject, _ schema: Schema, _ path: String) -> [String] {
  var problems: [String] = []
  for member in members {
    let place = "\(path).\(member.key)"
    guard let part = schema.member(member.key) else {
      return problems + ["\(place): field not declared in schema"]
    }
    problems += typeProblems(of: member.value, part, at: place)
  }
  return problems
}

/// Elements of sets and keyed lists are told apart by value or keys, and may stand once.
private func itemProblems(_ items: [JSON], _ schema: Schema, _ path: String) -> [String] {
  var problems: [String] = []
  var seen: Set<PathElement> = []
  for (number, item) in items.enumerated() {
    if let keys = schema.missingKeys(of: item) {
      let names = keys.map { JSON.string($0).text() }.joined(separator: " ")
      let why =
        "element \(number): associative list with keys has an element that omits all key fields "
        + "[\(names)] (and doesn't have default values for any key fields)"
      return problems + ["\(path): \(why)"]
    }
    if item == .null, let why = schema.complaintAboutNull {
      return problems + ["\(path): element \(number): \(why)"]
    }
    // Elements without a name of their own are called by number, and may repeat.
    let element = schema.pathElement(of: item)
    if let element, !seen.insert(element).inserted {
      problems.append("\(path): duplicate entries for key \(element.causeText)")
    }
    let place = path + (element?.causeText ?? "[\(number)]")
    problems += typeProblems(of: item, schema.element, at: place)
  }
  return problems
}

extension Schema {
  /// Why a list of this type has no place for a null; nil where it has.
  fileprivate var complaintAboutNull: String? {
    switch type {
    case .list(_, .keyed, _): "associative list with keys has an element that's an explicit null"
    case .list(_, .set, _): "associative list without keys has an element that's an explicit null"
    default: nil
    }
  }

  /// The keys of this list where an element has none of them; one of several is enough.
  ///
  /// Built-in kinds give an empty text, or 0, to every key that is missing.
  fileprivate func missingKeys(of item: JSON) -> [String]? {
    guard case .list(_, .keyed(let keys), _) = type, item.objectValue != nil else { return nil }
    let required = element.constraints?.required ?? []
    let isNameless = keys.allSatisfy { item[$0.name] == nil && $0.standard == nil }
    guard isNameless, keys.contains(where: { required.contains($0.name) }) else { return nil }
    return keys.map(\.name)
  }
}

extension Scalar {
  /// What is wrong with a value of another type; nil where nothing is.
  fileprivate func complaint(about value: JSON) -> String? {
    switch (self, value) {
    case (.text, .string), (.base64, .string), (.time, .string), (.microTime, .string): nil
    case (.text, _), (.base64, _), (.time, _), (.microTime, _):
      "expected string, got &value.valueUnstructured{Value:\(goText(value))}"
    case (.int32, .integer), (.int64, .integer), (.number, .integer): nil
    case (.int32, .double), (.int64, .double), (.number, .double): nil
    case (.int32, _), (.int64, _), (.number, _):
      "expected numeric (int or float), got \(value.goType)"
    case (.truth, .bool): nil
    case (.truth, _): "expected boolean, got &{\(goText(value))}"
    case (.quantity, .array), (.quantity, .object):
      "expected any scalar, got &{\(goText(value))}"
    case (.quantity, _), (.integerOrText, _): nil
    }
  }
}

/// A value as Go's `%v` prints it.
func goText(_ value: JSON) -> String {
  switch value {
  case .null: "<nil>"
  case .string(let text): text
  case .array(let items): "[\(items.map(goText).joined(separator: " "))]"
  case .object(let members):
    "map["
      + members.sorted { $0.key < $1.key }.map { "\($0.key):\(goText($0.value))" }
      .joined(separator: " ") + "]"
  default: value.text()
  }
}

extension JSON {
  /// The type that Go's decoder gives such a value.
  fileprivate var goType: String {
    switch self {
    case .null: "<nil>"
    case .bool: "bool"
    case .integer: "int64"
    case .double: "float64"
    case .string: "string"
    case .array: "[]interface {}"
    case .object: "map[string]interface {}"
    }
  }
}
