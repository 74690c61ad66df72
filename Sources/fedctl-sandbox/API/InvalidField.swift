import JSON

/// One reason why an object's content is refused (422).
struct InvalidField: Hashable, Sendable {
  enum Reason: String, Sendable {
    case required = "FieldValueRequired"
    case invalid = "FieldValueInvalid"
    case forbidden = "FieldValueForbidden"
  }

  let reason: Reason
  /// The words that the server puts after the field's path.
  let message: String
  let path: String
}

extension APIStatus {
  static func invalid(_ resource: Resource, _ name: String, _ fields: [InvalidField]) -> APIStatus {
    let causes = fields.map { field -> JSON in
      [
        "reason": .string(field.reason.rawValue), "message": .string(field.message),
        "field": .string(field.path),
      ]
    }
    let all = fields.map { "\($0.path): \($0.message)" }
    let listed = all.count == 1 ? all[0] : "[\(all.joined(separator: ", "))]"
    var details: JSONObject = ["name": .string(name)]
    if !resource.group.isEmpty { details["group"] = .string(resource.group) }
    details["kind"] = .string(resource.kind)
    details["causes"] = .array(causes)
    return APIStatus(
      code: 422,
      reason: "Invalid",
      message: "\(resource.qualifiedKind) \"\(name)\" is invalid: \(listed)",
      details: .object(details),
    )
  }
}
