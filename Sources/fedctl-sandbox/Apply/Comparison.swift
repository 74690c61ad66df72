import JSON

/// Which fields differ between two forms of an object.
struct Comparison: Sendable {
  /// Fields that only the new form has.
  private(set) var added = FieldSet()
  /// Fields that both have, with different values.
  private(set) var modified = FieldSet()
  /// Fields that only the old form has.
  private(set) var removed = FieldSet()

  /// Fields that are new or have a new value.
  var changed: FieldSet { added.union(modified) }

  /// Whether the kind is a definition's, whose objects are no structs of Go's.
  private let isCustom: Bool

  /// Compares two forms of one object; both without what nobody can own.
  init(from old: JSON, to new: JSON, _ schema: Schema, isCustom: Bool = false) {
    self.isCustom = isCustom
    compare(old, new, schema, at: [])
  }

  /// Goes down as far as the type has parts that are merged one by one.
  private mutating func compare(
    _ old: JSON?,
    _ new: JSON?,
    _ schema: Schema,
    at path: [PathElement],
  ) {
    guard old != nil || new != nil else { return }
    if let parts = parts(old, new, schema) {
      for (element, pair) in parts {
        compare(pair.old, pair.new, schema.descend(element), at: path + [element])
      }
      // A part with a place of its own is itself a field, once it comes or goes.
      if !isAlwaysThere(path, isCustom: isCustom) { note(old, new, at: path, unlessBoth: true) }
    } else if !isAlwaysThere(path, isCustom: isCustom) || !isNothing(old) || !isNothing(new) {
      note(old, new, at: path, unlessBoth: false)
    }
  }

  /// Puts a field where it belongs; with `unlessBoth`, values that differ are no news of this
  /// field.
  private mutating func note(
    _ old: JSON?,
    _ new: JSON?,
    at path: [PathElement],
    unlessBoth: Bool,
  ) {
    switch (old, new) {
    case (nil, _?): added.insert(path[...])
    case (_?, nil): removed.insert(path[...])
    case (let old?, let new?) where !unlessBoth && old != new: modified.insert(path[...])
    default: break
    }
  }
}

/// The same place before and after; nil where it is not there.
private struct Pair {
  var old: JSON?
  var new: JSON?
}

/// The parts to compare one by one; nil for what counts as a single value.
private func parts(_ old: JSON?, _ new: JSON?, _ schema: Schema) -> [PathElement: Pair]? {
  let old = elements(of: old, schema)
  let new = elements(of: new, schema)
  if old == nil, new == nil { return nil }
  var result: [PathElement: Pair] = [:]
  for (element, value) in old ?? [] { result[element, default: Pair()].old = value }
  for (element, value) in new ?? [] { result[element, default: Pair()].new = value }
  return result.isEmpty ? nil : result
}

/// The parts of a value with their steps; nil for what has none, or is replaced as a whole.
private func elements(of value: JSON?, _ schema: Schema) -> [(PathElement, JSON)]? {
  switch (schema.type, value) {
  case (.object(_, false, _), .object(let members)), (.map, .object(let members)),
    (.anything, .object(let members)):
    members.map { (.field($0.key), $0.value) }
  case (.list(_, .set, _), .array(let items)), (.list(_, .keyed, _), .array(let items)):
    items.compactMap { item in schema.pathElement(of: item).map { ($0, item) } }
  default: nil
  }
}

/// Whether Go would see no difference between a struct that is not written and this one.
private func isNothing(_ value: JSON?) -> Bool { value == nil || value == [:] }

/// Go's structs, and lists that are always written out, exist also where nothing is set in them: they
/// never come or go.
private func isAlwaysThere(_ path: [PathElement], isCustom: Bool) -> Bool {
  switch path.last {
  case .field(let name) where isCustom: path.count == 1 && name == "metadata"
  case .field(let name):
    [
      "metadata", "spec", "status", "template", "strategy", "updateStrategy", "containers",
    ].contains(name)
      || path.count == 2 && ["scaleTargetRef", "podSelector", "resources"].contains(name)
  case nil: true
  default: false
  }
}

extension Schema {
  /// The type behind one step.
  func descend(_ element: PathElement) -> Schema {
    switch element {
    case .field(let name): member(name) ?? .anything
    case .key, .value: self.element
    }
  }
}
