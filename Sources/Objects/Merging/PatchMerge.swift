package import JSON

/// Merges a patch into an object, and notes what is lost or cannot be done on the way.
///
/// Objects are merged member by member, and a null takes a member away. Where `mergesLists` is true, it is a strategic
/// merge patch: the lists of `ListKeys` are merged element by element, and `$patch`, `$retainKeys` and
/// `$deleteFromPrimitiveList/…` mean what they mean to the API server. Elements stay where they are, and new
/// ones come last: the first container of a pod is still the fleet's. Every other list is replaced as a whole, as RFC 7386 has it.
package struct PatchMerge {
  /// As in objects, `Deployment`.
  let kind: String
  let mergesLists: Bool
  /// In the order of the patch.
  package private(set) var findings: [MergeFinding] = []
  /// The lists that were there and have been replaced as a whole.
  package private(set) var replaced: [FieldPath] = []
  /// Whether a value only stands for one that is filled in later, so that it is no loss.
  private let isMark: (JSON) -> Bool

  package init(
    into kind: String,
    mergesLists: Bool,
    isMark: @escaping (JSON) -> Bool = { _ in false },
  ) {
    self.kind = kind
    self.mergesLists = mergesLists
    self.isMark = isMark
  }

  /// The object with the patch in it; meaningless where a finding is an error.
  package mutating func merged(_ object: JSON, _ patch: JSON) -> JSON {
    merged(object, patch, Place()) ?? [:]
  }

  /// Where in an object the merge is: `keys` alone, for the table, and the whole path, for people.
  private struct Place {
    var keys: [String] = []
    var path = FieldPath()

    func member(_ key: String) -> Place { Place(keys: keys + [key], path: path / key) }

    func element(_ key: String, _ value: JSON) -> Place {
      let text = value.stringValue ?? value.text()
      return Place(keys: keys, path: path / .element(key: key, value: text))
    }
  }

  /// nil where the patch takes the value away.
  private mutating func merged(_ value: JSON?, _ patch: JSON, _ place: Place) -> JSON? {
    switch patch {
    case .null: return nil
    case .object(let changes): return merged(value?.objectValue, changes, place)
    case .array(let elements): return merged(value?.arrayValue, elements, place)
    case .bool, .integer, .double, .string: return patch
    }
  }

  private mutating func merged(
    _ members: JSONObject?,
    _ patch: JSONObject,
    _ place: Place,
  ) -> JSON? {
    var result = members ?? [:]
    if mergesLists {
      let directives = patch.filter { $0.key.hasPrefix("$") }
      guard obey(directives, on: &result, place) else { return nil }
    }
    for change in patch where !(mergesLists && change.key.hasPrefix("$")) {
      result[change.key] = merged(result[change.key], change.value, place.member(change.key))
    }
    return .object(result)
  }

  /// Does what a mapping's directives say before the rest is merged; false where the mapping goes.
  private mutating func obey(
    _ directives: [JSONObject.Member],
    on members: inout JSONObject,
    _ place: Place,
  ) -> Bool {
    let primitive = "$deleteFromPrimitiveList/"
    for directive in directives {
      switch (directive.key, directive.value) {
      case ("$patch", "delete"): return false
      case ("$patch", "replace"): members = [:]
      case ("$patch", "merge"): break
      case ("$retainKeys", .array(let kept)):
        for key in members.keys where !kept.contains(.string(key)) { members[key] = nil }
      case (let key, .array(let gone)) where key.hasPrefix(primitive):
        let name = String(key.dropFirst(primitive.count))
        members[name] = members[name]?.arrayValue.map { elements in
          .array(elements.filter { !gone.contains($0) })
        }
      default: findings.append(.unknownDirective(place.path, directive.key))
      }
    }
    return true
  }

  private mutating func merged(_ elements: [JSON]?, _ patch: [JSON], _ place: Place) -> JSON? {
    guard mergesLists else { return replaced(elements, by: patch, place) }
    if patch.contains(where: { $0["$patch"] == "replace" }) {
      return .array(patch.filter { $0["$patch"] != "replace" })
    }
    switch ListKeys.of(kind, place.keys) {
    case .values?:
      let present = elements ?? []
      return .array(present + patch.filter { !present.contains($0) })
    case .firstOf(let names)?: return merged(elements ?? [], patch, by: .firstOf(names), place)
    case nil:
      if patch.contains(where: { $0["$patch"] != nil }) {
        findings.append(.unknownDirective(place.path, "$patch"))
      }
      return replaced(elements, by: patch, place)
    }
  }

  private mutating func replaced(_ elements: [JSON]?, by patch: [JSON], _ place: Place) -> JSON {
    let lost = (elements ?? []).filter { element in !patch.contains { holds($0, element) } }
    if elements != nil { replaced.append(place.path) }
    if !lost.isEmpty { findings.append(.lost(place.path, count: lost.count)) }
    return .array(patch)
  }

  /// A list merged by its keys.
  private mutating func merged(
    _ elements: [JSON],
    _ patch: [JSON],
    by keys: ListKeys,
    _ place: Place,
  ) -> JSON {
    var result = elements
    for change in patch {
      guard let (found, inner) = target(of: change, in: result, by: keys, place) else { continue }
      let value = merged(found.map { result[$0] }, change, inner)
      switch (found, value) {
      case (let index?, let value?): result[index] = value
      case (let index?, nil): result.remove(at: index)
      case (nil, let value?): result.append(value)
      case (nil, nil): break
      }
    }
    return .array(result)
  }

  /// Which element a patch's element means, none for a new one; nil where that cannot be told, which is noted.
  ///
  /// One without a key means the only one that there is.
  private mutating func target(
    of change: JSON,
    in elements: [JSON],
    by keys: ListKeys,
    _ place: Place,
  ) -> (found: Int?, place: Place)? {
    guard let key = keys.member(of: change), let value = change[key] else {
      if elements.count == 1 { return (0, Place(keys: place.keys, path: place.path / .index(0))) }
      findings.append(.withoutKey(place.path, keys: keys.names))
      return nil
    }
    let found = elements.indices.filter { elements[$0][key] == value }
    guard found.count <= 1 else {
      let text = value.stringValue ?? value.text()
      findings.append(.ambiguous(place.path, key: key, value: text))
      return nil
    }
    return (found.first, place.element(key, value))
  }

  /// Whether a new value says everything that an old one has said; what is filled in later goes without saying.
  private func holds(_ new: JSON, _ old: JSON) -> Bool {
    switch (new, old) {
    case (.object(let new), .object(let old)):
      old.allSatisfy { member in
        isMark(member.value) || new[member.key].map { holds($0, member.value) } ?? false
      }
    case (.array(let new), .array(let old)):
      old.allSatisfy { element in isMark(element) || new.contains { holds($0, element) } }
    default: new == old
    }
  }
}
