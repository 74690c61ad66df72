import JSON

/// One reason why an object's content is refused (422).
struct InvalidField: Hashable, Sendable {
  /// The API's words for kinds of mistakes.
  enum Reason: String, Sendable {
    case required = "FieldValueRequired"
    case invalid = "FieldValueInvalid"
    case typeInvalid = "FieldValueTypeInvalid"
    case forbidden = "FieldValueForbidden"
    case notSupported = "FieldValueNotSupported"
    case notFound = "FieldValueNotFound"
    case duplicate = "FieldValueDuplicate"
    case tooLong = "FieldValueTooLong"
    case tooMany = "FieldValueTooMany"
  }

  /// The kind of fault, for programs.
  let reason: Reason
  /// The words that the server puts after the field's path.
  let message: String
  /// As `spec.ports[0].name`; `<nil>` where the server names no field.
  let path: String
}

extension APIStatus {
  /// The refusal of an object of a served kind.
  static func invalid(_ resource: Resource, _ name: String, _ fields: [InvalidField]) -> APIStatus {
    invalid(kind: resource.kind, group: resource.group, name, fields)
  }

  /// The refusal of something that is of no served kind, as options are; of a patch both are empty.
  static func invalid(
    kind: String,
    group: String,
    _ name: String = "",
    _ fields: [InvalidField],
  ) -> APIStatus {
    let causes = fields.map { field -> JSON in
      [
        "reason": .string(field.reason.rawValue), "message": .string(field.message),
        "field": .string(field.path),
      ]
    }
    // The message says the same thing once, the causes as often as it was found.
    var all: [String] = []
    for field in fields {
      let words = "\(field.path): \(field.message)"
      if !all.contains(words) { all.append(words) }
    }
    let listed = all.count == 1 ? all[0] : "[\(all.joined(separator: ", "))]"
    var details = JSONObject()
    if !name.isEmpty { details["name"] = .string(name) }
    if !group.isEmpty { details["group"] = .string(group) }
    if !kind.isEmpty { details["kind"] = .string(kind) }
    details["causes"] = .array(causes)
    let qualified = group.isEmpty ? kind : "\(kind).\(group)"
    return APIStatus(
      code: 422,
      reason: "Invalid",
      message: "\(qualified) \"\(name)\" is invalid: \(listed)",
      details: .object(details),
    )
  }
}
