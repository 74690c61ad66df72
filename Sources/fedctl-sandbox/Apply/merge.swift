import JSON

/// What applying a value over a live one gives: the applied fields win, all others stay.
func merge(_ live: JSON?, with applied: JSON, _ schema: Schema) -> JSON {
  switch (schema.type, live, applied) {
  case (.object(_, false, _), .object(let live), .object(let applied)),
    (.map, .object(let live), .object(let applied)),
    (.anything, .object(let live), .object(let applied)):
    var result = live
    for member in applied {
      let part = schema.member(member.key) ?? .anything
      result[member.key] = merge(live[member.key], with: member.value, part)
    }
    return .object(result)
  case (.list(_, .set, _), .array(let live), .array(let applied)),
    (.list(_, .keyed, _), .array(let live), .array(let applied)):
    return .array(merge(live, with: applied, schema))
  default: return applied
  }
}

/// Applied elements keep their order; live ones that were not applied stay before their neighbour.
private func merge(_ live: [JSON], with applied: [JSON], _ schema: Schema) -> [JSON] {
  // Order is the applier's; what it does not name keeps its place beside its live neighbours.
  let places = Dictionary(
    live.enumerated().compactMap { place, item in
      schema.pathElement(of: item).map { ($0, place) }
    },
    uniquingKeysWith: { first, _ in first },
  )
  let isApplied = Set(applied.compactMap(schema.pathElement))
  var result: [JSON] = []
  var next = 0
  for item in applied {
    let place = schema.pathElement(of: item).flatMap { places[$0] }
    if let place, place >= next {
      result += live[next..<place].filter { !isApplied.contains(schema.pathElement(of: $0)) }
      next = place + 1
    }
    result.append(merge(place.map { live[$0] }, with: item, schema.element))
  }
  return result + live[next...].filter { !isApplied.contains(schema.pathElement(of: $0)) }
}

extension Set<PathElement> {
  /// Whether the set owns anything there.
  fileprivate func contains(_ element: PathElement?) -> Bool {
    element.map { contains($0) } ?? false
  }
}

/// A value without some of its fields.
func remove(_ fields: FieldSet, from value: JSON, _ schema: Schema) -> JSON {
  switch value {
  case .object(let members):
    let kept = members.compactMap { member in
      part(.field(member.key), member.value, fields, schema).map { (member.key, $0) }
    }
    return .object(JSONObject(kept))
  case .array(let items):
    return .array(
      items.compactMap { item in
        guard let element = schema.pathElement(of: item) else { return item }
        return part(element, item, fields, schema)
      }
    )
  default: return value
  }
}

/// What the set owns below an element.
private func part(
  _ element: PathElement,
  _ value: JSON,
  _ fields: FieldSet,
  _ schema: Schema,
) -> JSON? {
  if fields.members.contains(element) { return nil }
  guard let child = fields.children[element] else { return value }
  return remove(child, from: value, schema.descend(element))
}
