/// What a request does, in the words of RBAC.
///
/// Requests for no object have empty words.
struct Action: Hashable, Sendable {
  let context: String
  var verb = ""
  var group = ""
  var resource = ""
  var namespace = ""
  var name = ""

  init(_ request: APIRequest, _ resources: [Resource]) {
    context = request.context
    guard let endpoint = Endpoint(request.path, resources) else { return }
    group = endpoint.resource.group
    resource = endpoint.resource.plural
    namespace = endpoint.namespace ?? ""
    name = endpoint.name ?? ""
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
