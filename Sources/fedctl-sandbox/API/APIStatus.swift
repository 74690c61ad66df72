import JSON

/// An answer other than success, as an API server words it: a `Status` object.
struct APIStatus: Error, Hashable, Sendable {
  /// The HTTP status.
  var code: Int
  /// A word for programs, as `NotFound`; empty for errors that Kubernetes has no word for.
  var reason: String
  /// The sentence for people, in the API server's own words.
  var message: String
  /// What programs read beside the reason: the object, the causes, when to try again.
  var details: JSON?

  /// The object that goes over the wire.
  var body: JSON {
    var status: JSONObject = [
      "kind": "Status", "apiVersion": "v1", "metadata": [:], "status": "Failure",
      "message": .string(message),
    ]
    if !reason.isEmpty { status["reason"] = .string(reason) }
    status["details"] = details
    status["code"] = .integer(Int64(code))
    return .object(status)
  }
}

extension APIStatus {
  /// The object is not there; `name` is as the path has it.
  static func notFound(_ resource: Resource, _ name: String) -> APIStatus {
    notFound(resource.qualifiedName, name, details(resource, name))
  }

  /// The namespace that an object was to be made in is not there.
  ///
  /// Writes meet this before anything is said of the object itself.
  static func namespaceNotFound(_ name: String) -> APIStatus {
    notFound("namespaces", name, ["name": .string(name), "kind": "namespaces"])
  }

  /// 404, in the words of a kind that the API serves.
  private static func notFound(_ kind: String, _ name: String, _ details: JSON) -> APIStatus {
    APIStatus(
      code: 404,
      reason: "NotFound",
      message: "\(kind) \"\(name)\" not found",
      details: details,
    )
  }

  /// The server serves nothing at this path.
  static let noSuchPath = APIStatus(
    code: 404,
    reason: "NotFound",
    message: "the server could not find the requested resource",
    details: [:],
  )

  /// A POST of a name that is taken.
  static func alreadyExists(_ resource: Resource, _ name: String) -> APIStatus {
    APIStatus(
      code: 409,
      reason: "AlreadyExists",
      message: "\(resource.qualifiedName) \"\(name)\" already exists",
      details: details(resource, name),
    )
  }

  /// A precondition of a write or deletion does not hold.
  static func conflict(_ resource: Resource, _ name: String, _ why: String) -> APIStatus {
    APIStatus(
      code: 409,
      reason: "Conflict",
      message: "Operation cannot be fulfilled on \(resource.qualifiedName) \"\(name)\": \(why)",
      details: details(resource, name),
    )
  }

  /// The writer has seen an older version than the present one, and has to read again.
  static func outdated(_ resource: Resource, _ name: String) -> APIStatus {
    conflict(
      resource,
      name,
      "the object has been modified; please apply your changes to the latest version and try again",
    )
  }

  /// The request cannot be understood, whatever the cluster holds.
  static func badRequest(_ message: String) -> APIStatus {
    APIStatus(code: 400, reason: "BadRequest", message: message)
  }

  /// The path is known, and not for this method.
  static func methodNotAllowed() -> APIStatus {
    APIStatus(
      code: 405,
      reason: "MethodNotAllowed",
      message: "the server does not allow this method on the requested resource",
      details: [:],
    )
  }

  /// The token stands for nobody; the API server does not say why.
  static let unauthorized = APIStatus(code: 401, reason: "Unauthorized", message: "Unauthorized")

  /// Of a definition's kind, nobody knows by what keys lists would merge.
  static let noStrategicPatch = APIStatus(
    code: 415,
    reason: "UnsupportedMediaType",
    message: "the body of the request was in an unknown format - accepted media types include: "
      + "application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml",
    details: [:],
  )

  static let unknownPatch = APIStatus(
    code: 415,
    reason: "UnsupportedMediaType",
    message: "415: Unsupported Media Type",
  )

  /// What a status says under `details`: name, group and plural of the kind.
  static func details(_ resource: Resource, _ name: String) -> JSON {
    resource.group.isEmpty
      ? ["name": .string(name), "kind": .string(resource.plural)]
      : [
        "name": .string(name), "group": .string(resource.group), "kind": .string(resource.plural),
      ]
  }
}
