package import JSON

/// One field that a change sets, changes or removes.
package struct Difference: Hashable, Sendable {
  /// Where in the object; elements of keyed lists are named by their key.
  package let path: FieldPath
  /// nil for a field that is added.
  package let before: JSON?
  /// nil for a field that is removed.
  package let after: JSON?

  package init(_ path: FieldPath, before: JSON?, after: JSON?) {
    self.path = path
    self.before = before
    self.after = after
  }
}

extension Difference {
  /// The fields in which two forms of an object differ, without those that only servers write.
  package static func between(_ before: JSON, and after: JSON) -> [Difference] {
    var found: [Difference] = []
    compare(before.withoutServerFields, after.withoutServerFields, at: FieldPath(), into: &found)
    return found
  }

  /// The fields in which two forms of one part of an object differ; nil for a part that is not there.
  static func between(_ before: JSON?, and after: JSON?, at path: FieldPath) -> [Difference] {
    var found: [Difference] = []
    compare(before, after, at: path, into: &found)
    return found
  }

  private static func compare(
    _ before: JSON?,
    _ after: JSON?,
    at path: FieldPath,
    into found: inout [Difference],
  ) {
    switch (before, after) {
    case (.object(let old)?, .object(let new)?): compare(old, new, at: path, into: &found)
    case (.array(let old)?, .array(let new)?): compare(old, new, at: path, into: &found)
    case _ where before == after: return
    // A whole subtree that comes or goes is told by its leaves.
    case (nil, .object(let new)?) where !new.isEmpty: compare([:], new, at: path, into: &found)
    case (.object(let old)?, nil) where !old.isEmpty: compare(old, [:], at: path, into: &found)
    default: found.append(Difference(path, before: before, after: after))
    }
  }

  private static func compare(
    _ before: JSONObject,
    _ after: JSONObject,
    at path: FieldPath,
    into found: inout [Difference],
  ) {
    for key in before.keys + after.keys.filter({ before[$0] == nil }) {
      compare(before[key], after[key], at: path / key, into: &found)
    }
  }

  private static func compare(
    _ before: [JSON],
    _ after: [JSON],
    at path: FieldPath,
    into found: inout [Difference],
  ) {
    if let key = keyMember(of: before + after) {
      let names = before.compactMap { $0[key]?.stringValue }
      let added = after.compactMap { $0[key]?.stringValue }.filter { !names.contains($0) }
      for name in names + added {
        let isNamed = { (item: JSON) in item[key]?.stringValue == name }
        compare(
          before.first(where: isNamed),
          after.first(where: isNamed),
          at: path / .element(key: key, value: name),
          into: &found,
        )
      }
    } else if before.count == after.count {
      for index in before.indices {
        compare(before[index], after[index], at: path / .index(index), into: &found)
      }
    } else {
      elements(of: before, and: after, at: path, into: &found)
    }
  }

  /// Lists of different length: what has gone and what has come, rather than every shifted place.
  private static func elements(
    of before: [JSON],
    and after: [JSON],
    at path: FieldPath,
    into found: inout [Difference],
  ) {
    for step in after.difference(from: before) {
      switch step {
      case .remove(let index, let element, _):
        found.append(Difference(path / .index(index), before: element, after: nil))
      case .insert(let index, let element, _):
        found.append(Difference(path / .index(index), before: nil, after: element))
      }
    }
  }

  /// The member by which a list's items are told apart, where all have a different text in it.
  private static func keyMember(of items: [JSON]) -> String? {
    guard !items.isEmpty else { return nil }
    return ["name", "mountPath", "type"].first { key in
      items.allSatisfy { $0[key]?.stringValue != nil }
    }
  }
}

extension JSON {
  /// An object without status and without the metadata that only servers write.
  var withoutServerFields: JSON {
    guard case .object(var object) = self, case .object(var metadata)? = self["metadata"] else {
      return self
    }
    let server = [
      "managedFields", "resourceVersion", "generation", "uid", "creationTimestamp", "selfLink",
    ]
    for key in server { metadata[key] = nil }
    object["metadata"] = .object(metadata)
    object["status"] = nil
    return .object(object)
  }
}
