import JSON

/// One step of the way to a field, as managedFields writes it.
enum PathElement: Hashable, Sendable {
  /// `f:name`: a member of an object or map.
  case field(String)
  /// `k:{"name":"web"}`: the element of a keyed list with these members.
  case key(JSONObject)
  /// `v:"text"`: an element of a set.
  case value(JSON)
}

extension PathElement: CustomStringConvertible {
  /// As in managedFields.
  var description: String {
    switch self {
    case .field(let name): "f:\(name)"
    case .key(let members): "k:\(Self.sorted(members).text())"
    case .value(let value): "v:\(value.text())"
    }
  }

  /// Reads a step as managedFields writes it; nil for one of an unknown kind.
  init?(_ text: String) {
    let rest = text.dropFirst(2)
    switch text.prefix(2) {
    case "f:": self = .field(String(rest))
    case "k:":
      guard let members = (try? JSON(parsing: String(rest)))?.objectValue else { return nil }
      self = .key(members)
    case "v:":
      guard let value = try? JSON(parsing: String(rest)) else { return nil }
      self = .value(value)
    default: return nil
    }
  }

  /// As in the causes of a conflict: `.spec`, `[name="web"]`.
  var causeText: String {
    switch self {
    case .field(let name): ".\(name)"
    case .key(let members):
      "["
        + members.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.text())" }
        .joined(separator: ",") + "]"
    case .value(let value): "[=\(value.text())]"
    }
  }

  /// Keys in one order, so that equal elements have equal texts.
  private static func sorted(_ members: JSONObject) -> JSON {
    .object(JSONObject(members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))
  }
}

extension Schema {
  /// How an element of this list is known; nil where the list has no such thing.
  func pathElement(of item: JSON) -> PathElement? {
    guard case .list(_, let merge, _) = type else { return nil }
    switch merge {
    case .replaced: return nil
    case .set: return .value(item)
    case .keyed(let keys):
      var members = JSONObject()
      for key in keys { members[key.name] = item[key.name] ?? key.standard.map(JSON.string) }
      return .key(members)
    }
  }
}
