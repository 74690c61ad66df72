import JSON
import Objects

/// A field without parts, or with none in it.
struct Leaf {
  let path: FieldPath
  let value: JSON
  /// Whether apply fills it.
  let isBound: Bool
}

extension Manifest {
  /// The object with a description of what is filled in later in its place, which differs where that does.
  var complete: JSON {
    bindings.reduce(body) { body, binding in
      body.setting(binding.path, to: .string(Self.boundPrefix + "\(binding.parts)"))
    }
  }

  private static let boundPrefix = "\u{0}"

  /// All fields, in the object's order.
  var leaves: [Leaf] {
    complete.leaves(FieldPath()).map { path, value -> Leaf in
      let isBound = value.stringValue?.hasPrefix(Self.boundPrefix) ?? false
      return Leaf(path: path, value: value, isBound: isBound)
    }
  }

  /// The fields of this object that another form of it does not have, or has with another value.
  func fieldsChanged(in other: Manifest) -> [FieldPath] {
    complete.fieldsChanged(in: other.complete, FieldPath())
  }
}

extension JSON {
  fileprivate func leaves(_ path: FieldPath) -> [(path: FieldPath, value: JSON)] {
    switch self {
    case .object(let members) where !members.isEmpty:
      members.flatMap { $0.value.leaves(path / $0.key) }
    case .array(let elements) where !elements.isEmpty:
      zip(elements, steps).flatMap { $0.leaves(path / $1) }
    default: [(path, self)]
    }
  }

  /// How a list's elements are told apart: by names where all have one of their own, else by places.
  private var steps: [FieldPath.Step] {
    let elements = arrayValue ?? []
    let names = elements.compactMap { $0["name"]?.stringValue }
    return names.count == elements.count && Set(names).count == names.count
      ? names.map { .element(key: "name", value: $0) } : elements.indices.map { .index($0) }
  }

  fileprivate func fieldsChanged(in other: JSON?, _ path: FieldPath) -> [FieldPath] {
    guard self != other else { return [] }
    guard let other else { return leaves(path).map(\.path) }
    switch (self, other) {
    case (.object(let members), .object) where !members.isEmpty:
      return members.flatMap { $0.value.fieldsChanged(in: other[$0.key], path / $0.key) }
    case (.array(let mine), .array(let theirs)) where !mine.isEmpty:
      return zip(mine, steps).flatMap { element, step in
        element.fieldsChanged(
          in: element.counterpart(at: step, in: theirs, count: mine.count),
          path / step,
        )
      }
    default: return leaves(path).map(\.path)
    }
  }

  /// What stands for this element in another form of its list: of lists of different length, one that is alike.
  private func counterpart(at step: FieldPath.Step, in others: [JSON], count: Int) -> JSON? {
    switch step {
    case .element: return JSON.array(others)[FieldPath([step])]
    case .index(let index) where others.count == count: return others[index]
    case .index, .key: return others.first { $0 == self }
    }
  }
}
