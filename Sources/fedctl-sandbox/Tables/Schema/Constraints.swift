import JSON

/// What a definition says of a value beyond its form, in JSON Schema's words.
///
/// Built-in kinds have none: what they allow stands in code, here in `Rules/Kinds`.
struct Constraints: Hashable, Sendable {
  /// The members that an object has to have.
  var required: [String] = []
  /// The values that are allowed; empty for all.
  var allowed: [JSON] = []
  /// A regular expression that has to be found in a text.
  var pattern: String?
  var minimum: Double?
  var maximum: Double?
  /// In characters for texts, in items for lists, in members for objects.
  var minimumCount: Int64?
  var maximumCount: Int64?
  /// What the server fills in where the value is missing.
  var standard: JSON?
  /// Whether null is a value of its own, rather than nothing.
  var isNullable = false
  /// Whether the definition has rules in CEL for this type.
  var hasRules = false

  /// Reads the members that JSON Schema, or the table, has for them; all others are passed over.
  init(_ schema: JSON) {
    required = (schema["required"]?.arrayValue ?? []).compactMap(\.stringValue)
    allowed = schema["enum"]?.arrayValue ?? []
    pattern = schema["pattern"]?.stringValue
    minimum = schema["minimum"]?.numberValue
    maximum = schema["maximum"]?.numberValue
    minimumCount =
      ["minLength", "minItems", "minProperties"].compactMap { schema[$0]?.integerValue }.first
    maximumCount =
      ["maxLength", "maxItems", "maxProperties"].compactMap { schema[$0]?.integerValue }.first
    standard = schema["default"]
    isNullable = schema["nullable"] == true
    hasRules =
      schema["rules"] == true || !(schema["x-kubernetes-validations"]?.arrayValue ?? []).isEmpty
  }
}

extension JSON {
  /// An integer or a fraction as one type.
  var numberValue: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .double(let number): number
    default: nil
    }
  }
}
