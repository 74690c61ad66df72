/// One place in the type of a kind.
struct Schema: Sendable {
  private let number: Int
  private let types: [SchemaType]

  fileprivate init(number: Int, types: [SchemaType]) {
    self.number = number
    self.types = types
  }

  var type: SchemaType { types.indices.contains(number) ? types[number] : .anything }

  /// The type of a member of an object or map; nil where an object has no such field.
  func member(_ name: String) -> Schema? {
    switch type {
    case .object(let fields, _, let isOpen):
      if let number = fields[name] { return Schema(number: number, types: types) }
      return isOpen ? .anything : nil
    case .map(let number): return Schema(number: number, types: types)
    case .scalar, .anything, .atomic, .list: return .anything
    }
  }

  /// The type of a list's elements.
  var element: Schema {
    guard case .list(let number, _, _) = type else { return .anything }
    return Schema(number: number, types: types)
  }

  static let anything = Schema(number: 0, types: [.anything])
}

/// The types of all kinds that the sandbox knows.
struct Schemas: Sendable {
  private let types: [SchemaType]
  private let roots: [String: Int]

  static let known = Schemas(table: schemaTable)

  init(table: String) {
    var types: [SchemaType] = []
    var roots: [String: Int] = [:]
    for line in table.split(whereSeparator: { $0 == "\n" || $0 == ";" }) {
      let words = line.split(separator: " ")
      if line.hasPrefix("="), words.count == 3, let number = Int(words[2]) {
        roots["\(words[0].dropFirst()) \(words[1])"] = number
      } else {
        types.append(SchemaType(line: line))
      }
    }
    self.types = types
    self.roots = roots
  }

  /// The type of a kind; for one that is not in the table, metadata alone is known.
  func kind(_ kind: String, version apiVersion: String) -> Schema {
    guard let number = roots["\(apiVersion) \(kind)"] ?? roots["* *"] else { return .anything }
    return Schema(number: number, types: types)
  }
}
