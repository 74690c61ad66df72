import JSON

/// A kind of patch that is done to a live object, by its media type.
enum PatchForm: Sendable {
  /// RFC 7386: objects merge, lists are replaced, null removes.
  case merge
  /// RFC 6902: a list of operations that are done in order, or not at all.
  case operations
  /// As `merge`, but lists merge by the keys that their types name.
  case strategic

  /// Refuses a type that is unknown, or that a kind does not take.
  init(_ type: some StringProtocol, _ resource: Resource) throws(APIStatus) {
    switch type {
    case "application/merge-patch+json": self = .merge
    case "application/json-patch+json": self = .operations
    case "application/strategic-merge-patch+json" where !resource.isCustom: self = .strategic
    case "application/strategic-merge-patch+json": throw .noStrategicPatch
    default: throw .unknownPatch
    }
  }

  /// Reads a patch; throws a 400 where it is no JSON, or a list where an object is asked for.
  func decoded(_ body: [UInt8]) throws(APIStatus) -> JSON {
    let patch: JSON
    do throws(JSONError) {
      patch = try JSON(parsing: body)
    } catch {
      throw .badRequest("error decoding patch: \(error)")
    }
    let isList = patch.arrayValue != nil
    guard isList == (self == .operations) else {
      let wanted = self == .operations ? "[]handlers.jsonPatchOp" : "map[string]interface {}"
      throw .badRequest(
        "error decoding patch: json: cannot unmarshal \(patch.jsonType) into Go value of type "
          + wanted
      )
    }
    return patch
  }

  /// Does the patch to a live object; throws where an operation cannot be done.
  func patched(_ live: JSON, _ patch: JSON, _ schema: Schema) throws(APIStatus) -> JSON {
    switch self {
    case .merge: return mergePatched(live, patch)
    case .operations: return try jsonPatched(live, patch)
    case .strategic:
      if let directive = unknownDirective(patch) { throw directive }
      if let item = itemWithoutKey(patch, live, schema) { throw item }
      return strategicallyPatched(live, patch, schema)
    }
  }
}

/// The refusal of a directive that is none.
private func unknownDirective(_ patch: JSON) -> APIStatus? {
  switch patch {
  case .array(let items): return items.lazy.compactMap(unknownDirective).first
  case .object(let members):
    if let word = members["$patch"]?.stringValue, !["replace", "delete", "merge"].contains(word) {
      return APIStatus(
        code: 500,
        reason: "",
        message: "unknown patch type: \(word) in map: \(goText(patch))",
      )
    }
    return members.lazy.compactMap { unknownDirective($0.value) }.first
  default: return nil
  }
}

/// The refusal of a list's element that a strategic patch cannot find the like of.
///
/// A list that is not there yet is taken as it stands, whatever its elements lack.
private func itemWithoutKey(_ patch: JSON, _ live: JSON?, _ schema: Schema) -> APIStatus? {
  switch (patch, schema.type) {
  case (.object(let members), _):
    return members.lazy.compactMap { member in
      schema.member(member.key).flatMap { itemWithoutKey(member.value, live?[member.key], $0) }
    }.first
  case (.array(let items), .list(_, _, let key?)) where !key.isEmpty:
    guard let before = live?.arrayValue else { return nil }
    for item in items where item[key] == nil && item["$patch"] != "replace" {
      return APIStatus(
        code: 500,
        reason: "",
        message: "map: \(goText(item)) does not contain declared merge key: \(key)",
      )
    }
    return items.lazy.compactMap { item in
      itemWithoutKey(item, before.first { $0[key] == item[key] }, schema.element)
    }.first
  default: return nil
  }
}
