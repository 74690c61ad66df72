/// What a request does, in the words of RBAC.
///
/// Requests for no object have a path and the name of the method as verb; all else is empty.
struct Action: Hashable, Sendable {
  let context: String
  /// As RBAC has it; for requests for no object, the method in small letters.
  var verb = ""
  /// Empty for the core group.
  var group = ""
  /// The plural name of the kind.
  var resource = ""
  /// Empty for kinds without namespaces, and for all of them; a namespace is in itself, so that a role
  /// there gives rights to it.
  var namespace = ""
  var name = ""
  /// As `status`; empty for the object itself.
  var subresource = ""
  /// The path behind the context, for requests for no object.
  var path = ""

  /// Reads a request by the kinds that the cluster serves at this moment.
  init(_ request: APIRequest, _ resources: [Resource]) {
    context = request.context
    path = "/" + request.path.joined(separator: "/")
    verb = request.method.lowercased()
    let found = Endpoint(request.path, resources) ?? Endpoint(request.path, reviewResources)
    guard let endpoint = found else {
      readUnknown(request)
      return
    }
    subresource = endpoint.subresource
    group = endpoint.resource.group
    resource = endpoint.resource.plural
    namespace = endpoint.namespace ?? ""
    name = endpoint.name ?? ""
    if group.isEmpty, resource == "namespaces" { namespace = name }
    readVerb(request)
  }

  /// The method in RBAC's words.
  private mutating func readVerb(_ request: APIRequest) {
    verb =
      switch request.method {
      case "GET" where request.query.flag("watch"): "watch"
      case "GET": name.isEmpty ? "list" : "get"
      case "POST": "create"
      case "PUT": "update"
      case "DELETE": name.isEmpty ? "deletecollection" : "delete"
      default: "patch"
      }
  }

  /// Reads a path of a kind that is not served by its form alone: rights are asked for before it is
  /// looked for.
  private mutating func readUnknown(_ request: APIRequest) {
    var rest = request.path[...]
    switch rest.popFirst() {
    case "api" where rest.count >= 2: break
    case "apis" where rest.count >= 3: group = rest.popFirst() ?? ""
    default: return
    }
    rest = rest.dropFirst()
    if rest.first == "namespaces", rest.count > 2 {
      namespace = rest.dropFirst().first ?? ""
      rest = rest.dropFirst(2)
    }
    resource = rest.popFirst() ?? ""
    name = rest.popFirst() ?? ""
    subresource = rest.popFirst() ?? ""
    readVerb(request)
  }
}

extension Action {
  /// The request that would need a right to an object.
  init(_ permission: Permission, in context: String) {
    self.context = context
    verb = permission.verb
    group = permission.group
    resource = permission.resource
    namespace = permission.namespace
    name = permission.name
  }
}
