import Objects
import Text

/// A path of the Kubernetes API with its query.
struct Endpoint {
  private let path: String
  private let query: [(name: String, value: String)]

  /// A path of the API's own description.
  init(path: String) {
    self.path = path
    query = []
  }

  /// All objects of a kind, in one namespace or in all (nil).
  init(_ kind: ResourceKind, namespace: String?, query: [(name: String, value: String)] = []) {
    let root = kind.group.isEmpty ? "/api/\(kind.version)" : "/apis/\(kind.group)/\(kind.version)"
    let scope = namespace.map { "/namespaces/\(PercentEncoding.strict($0))" } ?? ""
    path = "\(root)\(kind.isNamespaced ? scope : "")/\(kind.plural)"
    self.query = query
  }

  /// One object, or a subresource of it.
  init(
    _ object: ObjectReference,
    subresource: String? = nil,
    query: [(name: String, value: String)] = [],
  ) {
    let all = Endpoint(object.kind, namespace: object.namespace)
    path =
      "\(all.path)/\(PercentEncoding.strict(object.name))" + (subresource.map { "/\($0)" } ?? "")
    self.query = query
  }

  /// The whole URL on a server, whose own URL has no slash at its end.
  func url(on server: String) -> String {
    guard !query.isEmpty else { return server + path }
    let pairs = query.map {
      "\(PercentEncoding.strict($0.name))=\(PercentEncoding.strict($0.value))"
    }
    return "\(server)\(path)?\(pairs.joined(separator: "&"))"
  }
}
