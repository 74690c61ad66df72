import JSON

/// The types of all kinds that the sandbox knows.
struct Schemas: Sendable {
  var entries: [SchemaEntry]
  /// The number of a kind's entry, by `apps/v1 Deployment`.
  var roots: [String: Int]
  /// How definitions name and show their kinds, by `route.openshift.io/v1 Route`: `plural`,
  /// `singular`, `shortNames`, `categories`, `scope`, `subresources`, `columns`.
  var definitions: [String: JSON]

  /// The committed table, read once a process, and what is made from it.
  static let known = Schemas(table: schemaTable).withObservability()

  /// Reads a table; Scripts/condense-schemas.py says what its lines mean.
  init(table: String) {
    var entries: [SchemaEntry] = []
    var roots: [String: Int] = [:]
    var definitions: [String: JSON] = [:]
    for line in table.split(whereSeparator: { $0 == "\n" || $0 == "\t" }) {
      let words = line.split(separator: " ", maxSplits: 2)
      switch line.first {
      case "=" where words.count == 3:
        roots["\(words[0].dropFirst()) \(words[1])"] = Int(words[2])
      case "@" where words.count == 3:
        definitions["\(words[0].dropFirst()) \(words[1])"] = try? JSON(parsing: String(words[2]))
      default: entries.append(SchemaEntry(line: line))
      }
    }
    self.entries = entries
    self.roots = roots
    self.definitions = definitions
  }

  /// The type of a kind; for one that is not in the table, metadata alone is known.
  func kind(_ kind: String, version apiVersion: String) -> Schema {
    guard let number = roots["\(apiVersion) \(kind)"] ?? roots["* *"] else { return .anything }
    return Schema(number: number, entries: entries)
  }

  /// Whether the table has a type of this kind, rather than that of any object.
  func knows(_ kind: String, version apiVersion: String) -> Bool {
    roots["\(apiVersion) \(kind)"] != nil
  }

  /// The type that a definition's version gives its kind.
  func kind(definedBy schema: JSON) -> Schema {
    guard let metadata = roots["* *"] else { return .anything }
    return SchemaBuilder(entries: entries, open: metadata).kind(schema)
  }
}
