import JSON

extension APIStatus {
  /// The refusal of somebody who lacks a right, in RBAC's words.
  static func forbidden(_ action: Action, by user: String) -> APIStatus {
    guard !action.resource.isEmpty else {
      return APIStatus(
        code: 403,
        reason: "Forbidden",
        message: "forbidden: User \"\(user)\" cannot \(action.verb) path \"\(action.path)\"",
        details: [:],
      )
    }
    let resource =
      action.subresource.isEmpty ? action.resource : "\(action.resource)/\(action.subresource)"
    let kind = action.group.isEmpty ? action.resource : "\(action.resource).\(action.group)"
    let name = action.name.isEmpty ? "" : " \"\(action.name)\""
    let place =
      action.namespace.isEmpty
      ? "at the cluster scope" : "in the namespace \"\(action.namespace)\""
    return APIStatus(
      code: 403,
      reason: "Forbidden",
      message: "\(kind)\(name) is forbidden: User \"\(user)\" cannot \(action.verb) resource "
        + "\"\(resource)\" in API group \"\(action.group)\" \(place)",
      details: [
        "name": .string(action.name), "group": .string(action.group),
        "kind": .string(action.resource),
      ],
    )
  }
}
