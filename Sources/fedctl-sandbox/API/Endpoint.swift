/// What a path under /api or /apis means.
struct Endpoint: Sendable {
  let resource: Resource
  /// Nil for kinds without namespaces, and for requests to all of them.
  let namespace: String?
  /// Nil for requests to a collection.
  let name: String?
  /// As `status`; empty for the object itself.
  let subresource: String

  /// Nil where the cluster serves nothing of that group, version and name.
  init?(_ path: some Collection<String>, _ resources: [Resource]) {
    let path = Array(path)
    var rest = path[...]
    let group: String
    switch rest.popFirst() {
    case "api": group = ""
    case "apis": group = rest.popFirst() ?? ""
    default: return nil
    }
    let version = rest.popFirst() ?? ""
    // `namespaces/x/secrets` is a path into x, `namespaces/x/status` one of x itself.
    if rest.count >= 3, rest.first == "namespaces", !["status", "finalize"].contains(path.last) {
      namespace = rest.dropFirst().first
      rest = rest.dropFirst(2)
    } else if rest.count > 3, rest.first == "namespaces" {
      namespace = rest.dropFirst().first
      rest = rest.dropFirst(2)
    } else {
      namespace = nil
    }
    guard let plural = rest.popFirst(),
      let resource = resources.first(where: {
        $0.group == group && $0.version == version && $0.plural == plural
      })
    else { return nil }
    self.resource = resource
    name = rest.popFirst()
    subresource = rest.popFirst() ?? ""
    guard rest.isEmpty, subresource.isEmpty || resource.subresources.contains(subresource),
      resource.isNamespaced || namespace == nil, name == nil || isPlaced
    else { return nil }
  }

  /// What answers are shown as: the kind, or its Scale.
  var shown: Resource { subresource == "scale" ? scaleKind : resource }

  /// Why a method is none for this place; nil where it is one.
  func refusal(of request: APIRequest) -> APIStatus? {
    let only = ["token": ["POST"], "finalize": ["PUT"]][subresource]
    if let only, !only.contains(request.method) { return .methodNotAllowed() }
    guard resource.isCustom, name == nil, isPlaced, ["PUT", "PATCH"].contains(request.method) else {
      return nil
    }
    return .badRequest("name must be provided")
  }

  /// Whether the path names a namespace if the kind has one.
  var isPlaced: Bool { namespace != nil || !resource.isNamespaced }

  var objectName: ObjectName { ObjectName(namespace: namespace ?? "", name: name ?? "") }
}
