import JSON

/// Reads the schema of a CustomResourceDefinition's version (`openAPIV3Schema`).
struct SchemaBuilder {
  private var entries: [SchemaEntry]
  /// The entry of an object of which only metadata is known.
  private let open: Int

  /// Begins with a table, to which entries are added; `open` is the number of the type of any
  /// object.
  init(entries: [SchemaEntry], open: Int) {
    self.entries = entries
    self.open = open
  }

  /// A whole kind: what every object has beside what the schema says.
  consuming func kind(_ schema: JSON) -> Schema {
    let root = Schema(number: open, entries: entries)
    guard case .object(let common, _, _) = root.type,
      case .object(let own, _, let isOpen) = type(schema)
    else { return root }
    // What every object has wins: a definition may say of metadata only what is there anyway.
    let fields = own.merging(common) { $1 }
    let type = SchemaType.object(fields: fields, isAtomic: false, isOpen: isOpen)
    let number = add(SchemaEntry(type: type, constraints: Constraints(schema)))
    return Schema(number: number, entries: entries)
  }

  /// Returns the entry's number, by which others name it.
  private mutating func add(_ entry: SchemaEntry) -> Int {
    entries.append(entry)
    return entries.count - 1
  }

  /// Adds a schema with its parts and returns its number.
  private mutating func entry(_ schema: JSON) -> Int {
    let type = type(schema)
    return add(SchemaEntry(type: type, constraints: Constraints(schema)))
  }

  /// The form of a schema; its parts are added first.
  private mutating func type(_ schema: JSON) -> SchemaType {
    if schema["x-kubernetes-int-or-string"] == true { return .scalar(.integerOrText) }
    let isAtomic = schema["x-kubernetes-map-type"] == "atomic"
    let keepsUnknown = schema["x-kubernetes-preserve-unknown-fields"] == true
    switch schema["type"]?.stringValue {
    case "array": return list(schema)
    case "string": return .scalar(.text)
    case "boolean": return .scalar(.truth)
    case "number": return .scalar(.number)
    case "integer": return .scalar(schema["format"] == "int32" ? .int32 : .int64)
    default: break
    }
    if let properties = schema["properties"]?.objectValue, !properties.isEmpty {
      var fields: [String: Int] = [:]
      for member in properties { fields[member.key] = entry(member.value) }
      return .object(fields: fields, isAtomic: isAtomic, isOpen: keepsUnknown)
    }
    guard let values = schema["additionalProperties"], values.objectValue != nil else {
      if isAtomic { return .atomic }
      return keepsUnknown || schema["type"] == nil
        ? .anything : .object(fields: [:], isAtomic: false, isOpen: false)
    }
    return isAtomic ? .atomicMap(of: entry(values)) : .map(of: entry(values))
  }

  /// A list, and how two of them merge.
  private mutating func list(_ schema: JSON) -> SchemaType {
    let items = schema["items"] ?? [:]
    let merge: ListMerge =
      switch schema["x-kubernetes-list-type"]?.stringValue {
      case "set": .set
      case "map":
        .keyed(
          (schema["x-kubernetes-list-map-keys"]?.arrayValue ?? []).compactMap(\.stringValue).map {
            let standard = items["properties"]?[$0]?["default"]
            return ListKey(name: $0, standard: standard.map { $0.stringValue ?? $0.text() })
          }
        )
      default: .replaced
      }
    return .list(of: entry(items), merge, patchKey: nil)
  }
}
