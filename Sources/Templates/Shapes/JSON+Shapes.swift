import JSON

/// The shapes in which Kubernetes objects hold lists, maps and fields that may be absent.
extension JSON {
  /// Texts in the given order.
  static func list(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }

  /// Sorted by key, so that rendering gives the same bytes every time.
  static func map(_ texts: [String: String]) -> JSON {
    .object(JSONObject(texts.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }))
  }

  /// An object without those of the fields that are absent or hold nothing.
  static func fields(_ pairs: KeyValuePairs<String, JSON?>) -> JSON {
    var members = JSONObject()
    for case (let key, let value?) in pairs where value != [:] && value != [] {
      members[key] = value
    }
    return .object(members)
  }
}
