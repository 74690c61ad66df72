import Objects

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
    let scope = namespace.map { "/namespaces/\(Self.escape($0))" } ?? ""
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
    path = "\(all.path)/\(Self.escape(object.name))" + (subresource.map { "/\($0)" } ?? "")
    self.query = query
  }

  func url(on server: String) -> String {
    guard !query.isEmpty else { return server + path }
    let pairs = query.map { "\(Self.escape($0.name))=\(Self.escape($0.value))" }
    return "\(server)\(path)?\(pairs.joined(separator: "&"))"
  }

  /// Percent-encodes all but RFC 3986's unreserved characters.
  private static func escape(_ text: String) -> String {
    text.utf8.reduce(into: "") { result, byte in
      let character = Unicode.Scalar(byte)
      let isPlain =
        character.isASCII && (character.properties.isAlphabetic || ("0"..."9").contains(character))
      if isPlain || "-._~".unicodeScalars.contains(character) {
        result.unicodeScalars.append(character)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += byte < 16 ? "%0\(digits)" : "%\(digits)"
      }
    }
  }
}
