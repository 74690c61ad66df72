internal import Manifest

/// A path of the API with its query.
struct Endpoint: Sendable {
  let path: String
  var query: [(name: String, value: String)] = []

  init(_ path: String) { self.path = path }

  /// An object, or without a name the collection that it is in.
  init(_ kind: ResourceKind, namespace: String?, name: String? = nil, subresource: String? = nil) {
    var path = kind.group.isEmpty ? "/api/\(kind.version)" : "/apis/\(kind.group)/\(kind.version)"
    if let namespace, kind.isNamespaced { path += "/namespaces/\(Self.encode(namespace))" }
    path += "/\(kind.plural)"
    if let name { path += "/\(Self.encode(name))" }
    if let subresource { path += "/\(subresource)" }
    self.path = path
  }

  var text: String {
    guard !query.isEmpty else { return path }
    let pairs = query.map { "\($0.name)=\(Self.encode($0.value))" }
    return "\(path)?\(pairs.joined(separator: "&"))"
  }

  /// Everything but RFC 3986's unreserved characters, percent-encoded.
  private static func encode(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      let scalar = Unicode.Scalar(byte)
      if scalar.isASCII,
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || "-._~".unicodeScalars.contains(scalar)
      {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += byte < 16 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return result
  }
}
