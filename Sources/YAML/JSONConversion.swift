package import JSON

extension Node {
  /// What the node means, without its places; of a key that stands twice, the last value.
  package var json: JSON {
    switch content {
    case .scalar(let scalar): scalar.json
    case .sequence(let elements): .array(elements.map(\.json))
    case .mapping(let pairs): .object(JSONObject(pairs.map { ($0.key, $0.value.json) }))
    }
  }
}
