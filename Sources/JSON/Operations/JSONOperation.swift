/// One operation of a JSON patch (RFC 6902).
package enum JSONOperation: Hashable, Sendable {
  /// Into a list before the element at the place; of an object, the member is set.
  case add(JSONPointer, JSON)
  case remove(JSONPointer)
  case replace(JSONPointer, JSON)
  case move(from: JSONPointer, to: JSONPointer)
  case copy(from: JSONPointer, to: JSONPointer)
  /// Changes nothing, and fails where the value is another.
  case test(JSONPointer, JSON)
}

/// Why an operation cannot be done.
package enum JSONOperationFailure: Error, Hashable, Sendable {
  /// Nothing stands there, or nothing can be put there.
  case nowhere(JSONPointer)
  /// What stands there is not what `test` asks for.
  case differs(JSONPointer)
}

extension JSON {
  /// This value with one operation done.
  package func performing(_ operation: JSONOperation) throws(JSONOperationFailure) -> JSON {
    switch operation {
    case .add(let path, let value): return try editing(path, .insert(value))
    case .remove(let path): return try editing(path, .remove)
    case .replace(let path, let value): return try editing(path, .replace(value))
    case .move(let from, let path):
      return try editing(from, .remove).editing(path, .insert(part(at: from)))
    case .copy(let from, let path): return try editing(path, .insert(part(at: from)))
    case .test(let path, let value):
      guard try part(at: path) == value else { throw .differs(path) }
      return self
    }
  }

  private func part(at path: JSONPointer) throws(JSONOperationFailure) -> JSON {
    guard let part = self[path] else { throw .nowhere(path) }
    return part
  }

  /// This value with what stands at the end of the path changed; everything before it must be there.
  private func editing(_ path: JSONPointer, _ edit: Edit) throws(JSONOperationFailure) -> JSON {
    guard let result = editing(path.steps[...], edit) else { throw .nowhere(path) }
    return result
  }

  /// nil where a step leads nowhere.
  private func editing(_ steps: ArraySlice<String>, _ edit: Edit) -> JSON? {
    guard let step = steps.first else { return edit.value }
    let rest = steps.dropFirst()
    switch self {
    case .object(var members):
      if rest.isEmpty {
        if edit.needsWhatIsThere, members[step] == nil { return nil }
        members[step] = edit.value
      } else {
        guard let part = members[step]?.editing(rest, edit) else { return nil }
        members[step] = part
      }
      return .object(members)
    case .array(var elements):
      guard let place = place(of: step) ?? end(step, rest.isEmpty, edit) else { return nil }
      if rest.isEmpty {
        edit.perform(on: &elements, at: place)
      } else {
        guard let part = elements[place].editing(rest, edit) else { return nil }
        elements[place] = part
      }
      return .array(elements)
    case .null, .bool, .integer, .double, .string: return nil
    }
  }

  /// The place behind a list's last element, where only an insertion finds room.
  private func end(_ step: String, _ isLast: Bool, _ edit: Edit) -> Int? {
    guard case .insert = edit, isLast, let count = arrayValue?.count else { return nil }
    return step == "-" || Int(step) == count ? count : nil
  }
}

/// What is done at the end of a path.
private enum Edit {
  case insert(JSON)
  case replace(JSON)
  case remove

  /// What stands there afterwards; nil for nothing.
  var value: JSON? {
    switch self {
    case .insert(let value), .replace(let value): value
    case .remove: nil
    }
  }

  /// Whether a member that is missing is a mistake.
  var needsWhatIsThere: Bool {
    if case .insert = self { false } else { true }
  }

  /// In a list; the place is one that the edit can be done at.
  func perform(on elements: inout [JSON], at place: Int) {
    switch self {
    case .insert(let value): elements.insert(value, at: place)
    case .replace(let value): elements[place] = value
    case .remove: elements.remove(at: place)
    }
  }
}
