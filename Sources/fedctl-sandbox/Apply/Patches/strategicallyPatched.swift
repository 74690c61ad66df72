import JSON

/// A strategic merge patch: as a merge patch, but lists merge by the key that their type names.
func strategicallyPatched(_ value: JSON?, _ patch: JSON, _ schema: Schema) -> JSON {
  switch patch {
  case .object(let changes):
    // Directives stand among the members; they are never kept.
    if changes["$patch"] == "replace" { return .object(changes.withoutDirectives) }
    var result = value?.objectValue ?? [:]
    if let kept = changes["$retainKeys"]?.arrayValue?.compactMap(\.stringValue) {
      for key in result.keys where !kept.contains(key) { result[key] = nil }
    }
    for member in changes.withoutDirectives {
      let part = schema.member(member.key) ?? .anything
      let order = changes["$setElementOrder/\(member.key)"]?.arrayValue
      let gone = changes["$deleteFromPrimitiveList/\(member.key)"]?.arrayValue ?? []
      let live = result[member.key].map { $0.without(gone) }
      result[member.key] =
        member.value == .null
        ? JSON?.none : ordered(strategicallyPatched(live, member.value, part), order, part)
    }
    for member in changes where member.key.hasPrefix("$deleteFromPrimitiveList/") {
      let key = String(member.key.dropFirst("$deleteFromPrimitiveList/".count))
      if changes[key] == nil { result[key] = result[key]?.without(member.value.arrayValue ?? []) }
    }
    return .object(result)
  case .array(let items):
    guard case .list(_, _, let key?) = schema.type else { return patch }
    return .array(mergedItems(value?.arrayValue ?? [], items, key, schema.element))
  default: return patch
  }
}

/// Merges two lists by a key, or, where elements have no members, as sets.
///
/// `$patch` says of an element that it goes, or of all others that they do.
private func mergedItems(
  _ live: [JSON],
  _ patch: [JSON],
  _ key: String,
  _ schema: Schema,
) -> [JSON] {
  if patch.contains(where: { $0["$patch"] == "replace" }) {
    return patch.filter { $0["$patch"] != "replace" }
  }
  guard !key.isEmpty else { return live + patch.filter { !live.contains($0) } }
  // Where the patch does not tell an order, its own elements keep theirs and live ones go around
  // them.
  let named = Set(patch.compactMap { $0[key] })
  var changed: [JSON] = []
  for item in patch where item["$patch"] != "delete" {
    // An element that the patch names again is merged into what the patch has made of it.
    if let place = changed.firstIndex(where: { $0[key] == item[key] && item[key] != nil }) {
      changed[place] = strategicallyPatched(changed[place], item, schema)
    } else {
      changed.append(strategicallyPatched(live.first { $0[key] == item[key] }, item, schema))
    }
  }
  let kept = live.filter { item in item[key].map { !named.contains($0) } ?? true }
  return interleaved(kept, changed, live.map { $0[key] }, key)
}

/// Puts elements that the patch does not name among those that it does.
///
/// Each goes before the first of the others that follows it in the live list; both keep their order.
private func interleaved(
  _ kept: [JSON],
  _ changed: [JSON],
  _ order: [JSON?],
  _ key: String,
) -> [JSON] {
  var (kept, changed) = (kept[...], changed[...])
  var result: [JSON] = []
  while let mine = kept.first, let theirs = changed.first {
    let places = (order.firstIndex(of: mine[key]), order.firstIndex(of: theirs[key]))
    if let place = places.0, let other = places.1, place < other {
      result.append(mine)
      kept.removeFirst()
    } else {
      result.append(theirs)
      changed.removeFirst()
    }
  }
  return result + kept + changed
}

/// The elements in the order that the patch names; those that it does not name come last.
private func ordered(_ value: JSON, _ order: [JSON]?, _ schema: Schema) -> JSON {
  guard let order, case .array(let items) = value, case .list(_, _, let key?) = schema.type else {
    return value
  }
  let places = items.map { item in
    order.firstIndex { key.isEmpty ? $0 == item : $0[key] == item[key] } ?? order.count
  }
  let sorted = zip(places, items.indices).sorted { $0 < $1 }
  return .array(sorted.map { items[$0.1] })
}

extension JSONObject {
  fileprivate var withoutDirectives: JSONObject {
    JSONObject(filter { !$0.key.hasPrefix("$") }.map { ($0.key, $0.value) })
  }
}

extension JSON {
  /// A list without some of its elements; other values stay as they are.
  fileprivate func without(_ elements: [JSON]) -> JSON {
    guard case .array(let items) = self else { return self }
    return .array(items.filter { !elements.contains($0) })
  }
}
