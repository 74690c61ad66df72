import JSON

/// RFC 6902.
func jsonPatched(_ value: JSON, _ patch: JSON) throws(APIStatus) -> JSON {
  guard case .array(let operations) = patch else {
    throw .badRequest("a JSON patch is a list of operations")
  }
  var result = value
  for operation in operations { result = try performed(operation, on: result) }
  return result
}

/// Does one operation; throws a 422 where it cannot be done.
private func performed(_ operation: JSON, on value: JSON) throws(APIStatus) -> JSON {
  let path = pointer(operation["path"]?.stringValue ?? "")
  let from = pointer(operation["from"]?.stringValue ?? "")
  switch operation["op"]?.stringValue {
  case "add": return try edited(value, path) { .insert(operation["value"] ?? .null, $0) }
  case "replace":
    // A member that is missing is replaced by being added, as the server's library has it.
    return try edited(value, path) { _ in .set(operation["value"] ?? .null) }
  case "remove":
    _ = try found(value, path)
    return try edited(value, path) { _ in .remove }
  case "move":
    let moved = try found(value, from)
    let without = try edited(value, from) { _ in .remove }
    return try edited(without, path) { .insert(moved, $0) }
  case "copy":
    let copied = try found(value, from)
    return try edited(value, path) { .insert(copied, $0) }
  case "test":
    guard try found(value, path) == operation["value"] ?? .null else {
      throw failed()
    }
    return value
  default: throw failed()
  }
}

/// What is done at the place where a path ends.
private enum Edit {
  case set(JSON)
  case remove
  /// Into a list before its end, the elements move on.
  static func insert(_ value: JSON, _ isList: Bool) -> Edit {
    isList ? .insertion(value) : .set(value)
  }
  /// Into a list, where the elements behind it move on.
  case insertion(JSON)
}

/// Changes what stands at the end of a path; all before it has to be there.
private func edited(
  _ value: JSON,
  _ path: [String],
  _ edit: (Bool) -> Edit,
) throws(APIStatus) -> JSON {
  // The empty path is the whole object.
  guard let step = path.first else {
    if case .set(let value) = edit(false) { return value }
    return .null
  }
  let rest = Array(path.dropFirst())
  switch value {
  case .object(var members):
    if rest.isEmpty {
      if case .set(let new) = edit(false) { members[step] = new } else { members[step] = nil }
    } else {
      guard let part = members[step] else { throw missing() }
      members[step] = try edited(part, rest, edit)
    }
    return .object(members)
  case .array(var items):
    // A dash is the place behind the last element.
    let place = step == "-" ? items.count : Int(step) ?? -1
    if rest.isEmpty {
      try edit(true).perform(on: &items, at: place, path)
    } else {
      guard items.indices.contains(place) else { throw missing() }
      items[place] = try edited(items[place], rest, edit)
    }
    return .array(items)
  default: throw missing()
  }
}

extension Edit {
  /// Goes down the path and edits its end; what is on the way must be there.
  fileprivate func perform(
    on items: inout [JSON],
    at place: Int,
    _ path: [String],
  ) throws(APIStatus) {
    switch self {
    case .insertion(let new) where (0...items.count).contains(place): items.insert(new, at: place)
    case .set(let new) where items.indices.contains(place): items[place] = new
    case .remove where items.indices.contains(place): items.remove(at: place)
    default: throw missing()
    }
  }
}

/// What stands at a path; throws where nothing does.
private func found(_ value: JSON, _ path: [String]) throws(APIStatus) -> JSON {
  var current = value
  for step in path {
    guard let next = current[step] ?? Int(step).flatMap({ current[$0] }) else {
      throw missing()
    }
    current = next
  }
  return current
}

/// The steps of a JSON pointer (RFC 6901).
private func pointer(_ text: String) -> [String] {
  text.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
    $0.split(separator: "~1", omittingEmptySubsequences: false).joined(separator: "/")
      .split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~")
  }
}

/// The path leads nowhere, which fails the whole patch.
private func missing() -> APIStatus { failed() }

/// The server says no more of an operation that cannot be done.
private func failed() -> APIStatus {
  APIStatus(
    code: 422,
    reason: "Invalid",
    message: "the server rejected our request due to an error in our request",
  )
}
