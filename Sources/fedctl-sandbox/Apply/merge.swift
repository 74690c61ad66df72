import JSON

/// What applying a value over a live one gives: the applied fields win, all others stay.
func merge(_ live: JSON?, with applied: JSON, _ schema: Schema) -> JSON {
  switch (schema.type, live, applied) {
  // Where parts are merged one by one, null is a value without parts.
  case (.object(_, false, _), .object, .null), (.map, .object, .null),
    (.list(_, .set, _), .array, .null), (.list(_, .keyed, _), .array, .null):
    return live ?? applied
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

/// Applied elements keep their order, and so do live ones that were not applied, which stand before
/// whatever followed them.
///
/// The walk is the one of structured-merge-diff, where the order of what is new beside what was there
/// is nobody's wish, but can be seen.
private func merge(_ live: [JSON], with applied: [JSON], _ schema: Schema) -> [JSON] {
  let (mine, theirs) = (live.map(schema.pathElement), applied.map(schema.pathElement))
  let isApplied = Set(theirs.compactMap(\.self))
  var shared = theirs.compactMap(\.self).filter(Set(mine.compactMap(\.self)).contains)[...]
  var merged: Set<PathElement> = []
  var result: [JSON] = []
  var (left, right) = (0, 0)
  /// Takes the next applied element, with what is there of it.
  func takeApplied() {
    let element = theirs[right]
    let before = element.flatMap { mine.firstIndex(of: $0) }.map { live[$0] }
    result.append(merge(before, with: applied[right], schema.element))
    if let element {
      merged.insert(element)
      if shared.first == element { shared.removeFirst() }
    }
    right += 1
  }
  while left < live.count || right < applied.count {
    if left < live.count {
      let element = mine[left]
      let isOther = !isApplied.contains(element)
      if isOther {
        result.append(live[left])
        left += 1
        continue
      }
      // One that was taken already, or whose turn comes later.
      let isTaken = element.map(merged.contains) ?? false
      let waits = right < applied.count && theirs[right] != element && shared.first != element
      if isTaken || waits && !shared.isEmpty {
        left += 1
        continue
      }
      if right < applied.count, theirs[right] == element { left += 1 }
    }
    if right < applied.count { takeApplied() } else { left += 1 }
  }
  return result
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
