import JSON

/// A JSON Schema in which every part that stands there more than once, and every long one, stands under `$defs`, and is
/// referred to.
struct SharedSchema {
  /// A part that is shorter, in letters of JSON, is no shorter as a reference.
  private static let leastSize = 50

  /// What several keys have alike beside what each says of itself, as the form of a name: what a reference saves
  /// there is little.
  private static let leastForm = 60

  /// A mapping that is as long stands by itself though it is needed once: further in, most of its text would be indents.
  private static let deepSize = 300

  private var counts: [JSON: Int] = [:]
  private var names: [JSON: String] = [:]
  private var definitions: JSONObject = [:]
  private var taken: Set<String> = []

  /// The schema with the same meaning.
  static func of(_ schema: JSON) -> JSON {
    var sharing = SharedSchema()
    sharing.count(schema)
    guard case .object(var result) = sharing.sharingParts(of: schema, "fleet") else {
      return schema
    }
    result["$defs"] = .object(sharing.definitions)
    return .object(result)
  }

  /// What is within a part that has been counted before is counted no further.
  private mutating func count(_ schema: JSON) {
    counts[schema, default: 0] += 1
    guard counts[schema] == 1 else { return }
    let form = schema.withoutWords
    if form != schema {
      counts[form, default: 0] += 1
      guard counts[form] == 1 else { return }
    }
    for (_, part) in schema.schemaParts { count(part) }
  }

  /// A part, or the reference to where it stands; `hint` is the key that it is of.
  private mutating func shared(_ schema: JSON, _ hint: String) -> JSON {
    let size = schema.text().utf8.count
    let isShared = counts[schema, default: 0] > 1 && size >= Self.leastSize
    if isShared { return reference(to: schema, hint) }
    guard schema["properties"] != nil, size >= Self.deepSize else {
      return sharingForm(of: schema, hint)
    }
    // Two keys may have one mapping and say different things of it.
    return reference(to: schema.withoutWords, hint).merged(over: schema.words)
  }

  /// The same for what is no mapping: a reference to its form where others have that, too.
  private mutating func sharingForm(of schema: JSON, _ hint: String) -> JSON {
    let form = schema.withoutWords
    guard form != schema, counts[form, default: 0] > 1,
      form.text().utf8.count >= Self.leastForm
    else { return sharingParts(of: schema, hint) }
    return reference(to: form, hint).merged(over: schema.words)
  }

  private mutating func reference(to schema: JSON, _ hint: String) -> JSON {
    let name = names[schema] ?? define(schema, hint)
    return ["$ref": .string("#/$defs/\(name)")]
  }

  private mutating func define(_ schema: JSON, _ hint: String) -> String {
    let name =
      taken.contains(hint)
      ? (2...).lazy.map { "\(hint)\($0)" }.first { !taken.contains($0) } ?? hint : hint
    taken.insert(name)
    names[schema] = name
    definitions[name] = sharingForm(of: schema, hint)
    return name
  }

  /// The schema with its parts shared; one that is no key's own goes by the key that it is of.
  private mutating func sharingParts(of schema: JSON, _ hint: String) -> JSON {
    var result = schema
    for (path, part) in schema.schemaParts {
      var name = hint
      if path.steps.first == .key("properties"), case .key(let key)? = path.steps.last {
        name = key
      }
      // Whoever reads the schema by topology finds each one's keys where they are looked for.
      let isTopology = path.steps.last == .key("then")
      result = result.setting(
        path,
        to: isTopology ? sharingParts(of: part, name) : shared(part, name),
      )
    }
    return result
  }
}

extension JSON {
  private static let wordKeys = ["description", "deprecated", "default", "examples"]

  /// What a key says of the value under it.
  fileprivate var words: JSON {
    .object(JSONObject(Self.wordKeys.compactMap { key in self[key].map { (key, $0) } }))
  }

  /// The schema without what its key says of it.
  fileprivate var withoutWords: JSON {
    guard case .object(var members) = self else { return self }
    for key in Self.wordKeys { members[key] = nil }
    return .object(members)
  }

  /// The schemas right within this one, with their places.
  fileprivate var schemaParts: [(FieldPath, JSON)] {
    let root = FieldPath()
    var parts: [(FieldPath, JSON)] = []
    for member in self["properties"]?.objectValue ?? [:] {
      parts.append((root / "properties" / member.key, member.value))
    }
    for key in ["items", "additionalProperties", "propertyNames", "then"] {
      if let part = self[key], part.objectValue != nil { parts.append((root / key, part)) }
    }
    for key in ["anyOf", "allOf"] {
      for (index, part) in (self[key]?.arrayValue ?? []).enumerated() {
        parts.append((root / key / .index(index), part))
      }
    }
    return parts
  }
}
