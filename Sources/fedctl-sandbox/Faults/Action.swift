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
    guard let endpoint = found else { return }
    subresource = endpoint.subresource
    group = endpoint.resource.group
    resource = endpoint.resource.plural
    namespace = endpoint.namespace ?? ""
    name = endpoint.name ?? ""
    if group.isEmpty, resource == "namespaces" { namespace = name }
    verb =
      switch request.method {
      case "GET" where request.query.flag("watch"): "watch"
      case "GET": endpoint.name == nil ? "list" : "get"
      case "POST": "create"
      case "PUT": "update"
      case "DELETE": endpoint.name == nil ? "deletecollection" : "delete"
      default: "patch"
      }
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
