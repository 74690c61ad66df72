import JSON

extension Key {
  /// The schema of what may stand under the key, with a variable in the place of a text where it takes one.
  var valueSchema: JSON {
    guard takesVariables, case .object(var schema) = shape.schema else { return shape.schema }
    guard case .map = shape else { return .object(schema).orVariable }
    schema["additionalProperties"] = schema["additionalProperties"]?.orVariable
    return .object(schema)
  }
}

extension JSON {
  /// The schema of `{fromEnvironment: NAME}` beside this.
  fileprivate var orVariable: JSON { ["anyOf": [self, Self.variable]] }

  private static let variable: JSON = [
    "type": "object", "additionalProperties": false, "required": [.string(VariableValues.key)],
    "properties": .object([
      VariableValues.key: [
        "type": "string", "description": "The variable whose value it is.", "examples": ["REGION"],
      ]
    ]),
  ]
}
