package import JSON

extension Fleet {
  /// The JSON Schema (draft 2020-12) of the fleet file, for editors.
  package static var jsonSchema: JSON {
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
    for key in keys { properties[key.name] = key.schema }
    var result: JSONObject = [
      "type": "object", "additionalProperties": false, "properties": .object(properties),
    ]
    if hasExtensions { result["patternProperties"] = ["^x-": .object([:])] }
    let required = keys.filter { $0.presence == .required }.map { JSON.string($0.name) }
    if !required.isEmpty { result["required"] = .array(required) }
    if choice == .exactlyOne {
      result["minProperties"] = 1
      result["maxProperties"] = 1
    }
    return .object(result)
  }
}

extension Key {
  fileprivate var schema: JSON {
    var result = shape.schema.objectValue ?? [:]
    result["description"] = .string(documentation)
    if case .standard(let value) = presence, !value.isEmptyCollection { result["default"] = value }
    return .object(result)
  }
}

extension Shape {
  fileprivate var schema: JSON {
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
    case .map(let keys, let values):
      [
        "type": "object", "propertyNames": keys.schema, "additionalProperties": values.schema,
      ]
    case .record(let record): record.schema
    case .word(let word, let record): ["anyOf": [["const": .string(word)], record.schema]]
    case .anything: ["type": "object"]
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

extension JSON {
  /// A default that says nothing is left out of the schema.
  fileprivate var isEmptyCollection: Bool { self == [:] || self == [] }
}
