/// One place in the type of a kind.
struct Schema: Sendable {
  /// Of its entry.
  let number: Int
  private let entries: [SchemaEntry]

  /// A place by the number of its entry.
  init(number: Int, entries: [SchemaEntry]) {
    self.number = number
    self.entries = entries
  }

  private var entry: SchemaEntry? { entries.indices.contains(number) ? entries[number] : nil }

  var type: SchemaType { entry?.type ?? .anything }

  /// What a definition says of the value; nil for the types of built-in kinds.
  var constraints: Constraints? { entry?.constraints }

  /// The type of a member of an object or map; nil where an object has no such field.
  func member(_ name: String) -> Schema? {
    switch type {
    case .object(let fields, _, let isOpen):
      if let number = fields[name] { return Schema(number: number, entries: entries) }
      return isOpen ? .anything : nil
    case .map(let number), .atomicMap(let number): return Schema(number: number, entries: entries)
    case .scalar, .anything, .atomic, .list: return .anything
    }
  }

  /// The type of a list's elements.
  var element: Schema {
    guard case .list(let number, _, _) = type else { return .anything }
    return Schema(number: number, entries: entries)
  }

  /// The fields of an object by name; empty for all other types.
  var fields: [(name: String, schema: Schema)] {
    guard case .object(let fields, _, _) = type else { return [] }
    return fields.sorted { $0.key < $1.key }
      .map { ($0.key, Schema(number: $0.value, entries: entries)) }
  }

  static let anything = Schema(number: 0, entries: [SchemaEntry(type: .anything)])
}
