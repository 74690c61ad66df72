package import JSON

extension Fleet {
  /// The JSON Schema (draft 2020-12) of the fleet file, for editors: each key with what it says, its standard value and an
  /// example.
  ///
  /// What stands in it several times stands once, under `$defs`.
  package static var jsonSchema: JSON { SharedSchema.of(wholeSchema) }

  private static var wholeSchema: JSON {
    [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": .string(FleetTable.title),
      "type": "object",
      "required": ["topology"],
      "properties": ["topology": ["enum": .array(Topology.allCases.map { .string($0.rawValue) })]],
      "allOf": .array(Topology.allCases.map(schema)),
    ]
  }

  /// What holds for a file of one topology.
  private static func schema(of topology: Topology) -> JSON {
    [
      "if": [
        "required": ["topology"],
        "properties": ["topology": ["const": .string(topology.rawValue)]],
      ],
      "then": Record.fleet.narrowed(to: topology).schema,
    ]
  }
}

extension Record {
  fileprivate var schema: JSON {
    var properties: JSONObject = [:]
    for key in keys {
      properties[key.name] = key.schema
      if let formerName = key.formerName { properties[formerName] = key.formerSchema }
    }
    var result: JSONObject = [
      "type": "object", "additionalProperties": false, "properties": .object(properties),
    ]
    if hasExtensions { result["patternProperties"] = ["^x-": .object([:])] }
    let required = keys.filter { $0.presence == .required }.map { JSON.string($0.name) }
    if !required.isEmpty { result["required"] = .array(required) }
    if choice != .any { result["minProperties"] = 1 }
    if choice == .exactlyOne { result["maxProperties"] = 1 }
    return .object(result)
  }
}

extension Key {
  fileprivate var schema: JSON {
    var result = valueSchema.objectValue ?? [:]
    result["description"] = .string(documentation)
    // A default that says nothing is left out.
    if case .standard(let value) = presence, !value.isEmptyCollection { result["default"] = value }
    result["examples"] = [shownExample]
    return .object(result)
  }

  /// What stands under the key's former name, which editors strike through.
  fileprivate var formerSchema: JSON {
    var result = shape.schema.objectValue ?? [:]
    result["description"] = "Now `\(name)`."
    result["deprecated"] = true
    result["examples"] = [shownExample]
    return .object(result)
  }
}

extension Shape {
  var schema: JSON {
    switch self {
    case .text(let form): form.schema
    case .flag: ["type": "boolean"]
    case .count(let range, _):
      [
        "type": "integer", "minimum": .integer(Int64(range.lowerBound)),
        "maximum": .integer(Int64(range.upperBound)),
      ]
    case .choice(let words): ["enum": .array(words.map(JSON.string))]
    case .platform(let topology):
      ["enum": .array(topology.platforms.map { .string($0.rawValue) })]
    case .list(let element): ["type": "array", "items": element.schema]
    case .oneOrMore(let form):
      ["anyOf": [form.schema, ["type": "array", "items": form.schema, "minItems": 1]]]
    case .map(let keys, let values):
      [
        "type": "object", "propertyNames": keys.schema, "additionalProperties": values.schema,
      ]
    case .records(let keys, let record):
      [
        "type": "object", "propertyNames": keys.schema, "additionalProperties": record.schema,
      ]
    case .record(let record): record.schema
    case .word(let word, let record): ["anyOf": [["const": .string(word)], record.schema]]
    case .short(let form, let record): ["anyOf": [form.schema, record.schema]]
    case .anything: ["type": "object"]
    case .value: [:]
    }
  }
}

extension TextForm {
  fileprivate var schema: JSON {
    var result: JSONObject = ["type": acceptsNumbers ? ["string", "number"] : "string"]
    if let pattern { result["pattern"] = .string(pattern) }
    return .object(result)
  }
}
