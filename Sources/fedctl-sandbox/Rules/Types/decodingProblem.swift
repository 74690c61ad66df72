import JSON

/// Why a JSON body cannot be decoded into Go's structs; nil where it can.
///
/// As Go's decoder words it: with the way to the field, without the numbers of elements.
func decodingProblem(of value: JSON, _ schema: Schema, kind: String, at path: String = "")
  -> String?
{
  switch (schema.type, value) {
  case (_, .null), (.anything, _), (.atomic, _): return nil
  case (.scalar(let scalar), _):
    return scalar.goName(refusing: value).map {
      "json: cannot unmarshal \(value.jsonType) into Go struct field \(kind)\(path) of type \($0)"
    }
  case (.list, .array(let items)):
    return items.lazy
      .compactMap { decodingProblem(of: $0, schema.element, kind: kind, at: path) }.first
  case (.list, _), (.object, .array), (.object, .string), (.object, .integer), (.object, .double),
    (.object, .bool), (.map, .array), (.map, .string), (.map, .integer), (.map, .double),
    (.map, .bool), (.atomicMap, .array), (.atomicMap, .string), (.atomicMap, .integer),
    (.atomicMap, .double), (.atomicMap, .bool):
    let wanted = if case .list = schema.type { "[]interface {}" } else { "map[string]interface {}" }
    return
      "json: cannot unmarshal \(value.jsonType) into Go struct field \(kind)\(path) of type \(wanted)"
  case (.object, .object(let members)), (.map, .object(let members)),
    (.atomicMap, .object(let members)):
    return members.lazy.compactMap { member in
      schema.member(member.key).flatMap {
        decodingProblem(of: member.value, $0, kind: kind, at: "\(path).\(member.key)")
      }
    }.first
  }
}

extension Scalar {
  /// The Go type that does not take a value; nil where it does.
  fileprivate func goName(refusing value: JSON) -> String? {
    switch (self, value) {
    case (.text, .string), (.base64, .string), (.time, .string), (.microTime, .string),
      (.int64, .integer), (.number, .integer), (.number, .double), (.truth, .bool),
      (.integerOrText, .string), (.quantity, .integer), (.quantity, .double), (.quantity, .string):
      nil
    case (.int32, .integer(let number)), (.integerOrText, .integer(let number)):
      Int32(exactly: number) == nil ? "int32" : nil
    case (.text, _): "string"
    case (.base64, _): "[]uint8"
    case (.time, _), (.microTime, _): "v1.Time"
    case (.int32, _): "int32"
    case (.int64, _): "int64"
    case (.number, _): "float64"
    case (.truth, _): "bool"
    case (.quantity, _): "resource.Quantity"
    case (.integerOrText, _): "intstr.IntOrString"
    }
  }
}

extension JSON {
  /// What Go's decoder calls the value in its errors.
  var jsonType: String {
    switch self {
    case .null: "null"
    case .bool: "bool"
    case .integer, .double: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}
