import Text

/// A path of the API with what is asked of it.
struct MetricsQuestion {
  /// Bytes that any proxy lets pass in a request's first line.
  ///
  /// A POST would carry more, but the API server's proxy wants the right to `create` for one, and
  /// whoever has that may do more than ask.
  static let limit = 7_000

  /// Behind `/api/v1/`.
  let path: String
  /// In the order in which they are sent; a name may stand several times.
  var parameters: [(name: String, value: String)] = []

  /// The path and query that are sent, percent-encoded, from `/api/v1` on.
  func target() throws(MetricsFailure) -> String {
    let pairs = parameters.map {
      "\(PercentEncoding.strict($0.name))=\(PercentEncoding.strict($0.value))"
    }
    let text = "/api/v1/\(path)" + (pairs.isEmpty ? "" : "?\(pairs.joined(separator: "&"))")
    guard text.utf8.count <= Self.limit else {
      throw .tooLong(bytes: text.utf8.count, limit: Self.limit)
    }
    return text
  }
}
