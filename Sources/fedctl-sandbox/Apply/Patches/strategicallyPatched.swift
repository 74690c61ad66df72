import JSON

/// A strategic merge patch: as a merge patch, but lists merge by the key that their type names.
func strategicallyPatched(_ value: JSON?, _ patch: JSON, _ schema: Schema) -> JSON {
  switch patch {
  case .object(let changes):
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
  var result = live
  for item in patch {
    let place = result.firstIndex { $0[key] == item[key] }
    if item["$patch"] == "delete" {
      if let place { result.remove(at: place) }
    } else if let place {
      result[place] = strategicallyPatched(result[place], item, schema)
    } else {
      result.append(strategicallyPatched(nil, item, schema))
    }
  }
  return result
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
  fileprivate func without(_ elements: [JSON]) -> JSON {
    guard case .array(let items) = self else { return self }
    return .array(items.filter { !elements.contains($0) })
  }
}
