package import JSON

/// Whether a live object already is what we would apply.
///
/// It is when every desired field has the live value and our manager owns nothing that is no longer
/// asked for. Fields that the server defaulted or others set do not count.
package func matches(desired: JSON, live: JSON) -> Bool {
  guard let ours = FieldManager.managers(of: live).first(where: \.isOurs) else { return false }
  let fields = ours.fields
  return holds(live, desired, fields) && abandoned(fields, desired: desired).isEmpty
}

/// Whether every field of `desired` has its value in `live`; `owned` tells how lists are merged.
private func holds(_ live: JSON?, _ desired: JSON, _ owned: FieldSet?) -> Bool {
  switch desired {
  case .null: live == nil || live == .null
  case .object(let members): holds(live, members, owned)
  case .array(let elements): holds(live, elements, owned)
  case .integer(let number): live == desired || live == .double(Double(number))
  case .double(let number): live == desired || live == .integer(Int64(exactly: number) ?? 0)
  case .bool, .string: live == desired
  }
}

private func holds(_ live: JSON?, _ desired: JSONObject, _ owned: FieldSet?) -> Bool {
  // The server drops empty maps and lists of many fields: they say the same as none.
  guard let live else { return desired.isEmpty }
  guard case .object(let present) = live else { return false }
  return desired.members.allSatisfy {
    holds(present[$0.key], $0.value, owned?[field: $0.key])
      || $0.value == false && present[$0.key] == nil && isDroppedWhenFalse(.key($0.key))
  }
}

/// Whether a field of pods is no pointer in Go, where false and nothing are one: the server drops a false one.
///
/// Of other fields, a false one that is gone has been taken out, and what is the standard then may be true.
func isDroppedWhenFalse(_ field: FieldPath.Step) -> Bool {
  [.key("hostNetwork"), .key("hostPID"), .key("hostIPC")].contains(field)
}

private func holds(_ live: JSON?, _ desired: [JSON], _ owned: FieldSet?) -> Bool {
  guard let live else { return desired.isEmpty }
  guard case .array(let present) = live else { return false }
  let elements = owned?.children.map(\.element) ?? []
  if elements.contains(where: \.isValue) { return desired.allSatisfy(present.contains) }
  if elements.contains(where: \.isItem) { return holds(present, items: desired, owned) }
  return present.count == desired.count
    && zip(present, desired).allSatisfy { holds($0, $1, nil) }
}

/// A list merged by keys: each desired item is compared with the live item of the same key.
private func holds(_ present: [JSON], items desired: [JSON], _ owned: FieldSet?) -> Bool {
  desired.allSatisfy { item in
    guard let child = owned?.children.first(where: { $0.element.isKey(of: item) }),
      let live = present.first(where: child.element.isKey(of:))
    else { return false }
    return holds(live, item, child.fields)
  }
}

/// The fields in a set that `desired` does not have: giving them up removes them.
func abandoned(_ owned: FieldSet, desired: JSON) -> [FieldPath] {
  abandoned(owned, desired: desired, at: FieldPath())
}

private func abandoned(_ owned: FieldSet, desired: JSON, at path: FieldPath) -> [FieldPath] {
  owned.children.flatMap { element, fields -> [FieldPath] in
    let place = path / element.step
    guard let part = element.part(of: desired), part != .null else { return [place] }
    return abandoned(fields, desired: part, at: place)
  }
}

extension FieldSet.Element {
  var isValue: Bool { if case .value = self { true } else { false } }
  var isItem: Bool { if case .item = self { true } else { false } }

  /// Whether a list item has the key members; one that it leaves to the server's default fits any.
  func isKey(of item: JSON) -> Bool {
    guard case .item(let keys) = self else { return false }
    return keys.members.allSatisfy { item[$0.key] == nil || item[$0.key] == $0.value }
  }

  func part(of value: JSON) -> JSON? {
    switch self {
    case .field(let name): value[name]
    case .item: value.arrayValue?.first(where: isKey(of:))
    case .value(let element): value.arrayValue?.first { $0 == element }
    case .index(let index): value[index]
    }
  }

  var step: FieldPath.Step {
    switch self {
    case .field(let name): .key(name)
    case .index(let index): .index(index)
    case .value(let value): .element(key: "value", value: value.stringValue ?? value.text())
    case .item(let keys):
      keys.members.first { $0.key == "name" || $0.value.stringValue == nil }.map(Self.step)
        ?? keys.members.first.map(Self.step) ?? .key("")
    }
  }

  private static func step(_ key: JSONObject.Member) -> FieldPath.Step {
    .element(key: key.key, value: key.value.stringValue ?? key.value.text())
  }
}
