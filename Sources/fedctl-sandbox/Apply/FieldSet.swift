/// A set of fields, kept as a tree.
struct FieldSet: Hashable, Sendable {
  /// The fields that end here.
  private(set) var members: Set<PathElement> = []
  /// What is in the set below a step; never empty sets.
  private(set) var children: [PathElement: FieldSet] = [:]

  var isEmpty: Bool { members.isEmpty && children.isEmpty }

  /// Adds a field by its way from the root.
  mutating func insert(_ path: ArraySlice<PathElement>) {
    guard let first = path.first else { return }
    if path.count == 1 {
      members.insert(first)
    } else {
      children[first, default: FieldSet()].insert(path.dropFirst())
    }
  }

  /// Whether a field itself is in the set; what only holds one that is does not count.
  func contains(_ path: ArraySlice<PathElement>) -> Bool {
    guard let first = path.first else { return false }
    return path.count == 1
      ? members.contains(first) : children[first]?.contains(path.dropFirst()) ?? false
  }

  /// The fields of either set.
  func union(_ other: FieldSet) -> FieldSet {
    FieldSet(
      members: members.union(other.members),
      children: children.merging(other.children) { $0.union($1) },
    )
  }

  /// The fields of both sets.
  func intersection(_ other: FieldSet) -> FieldSet {
    combined(members.intersection(other.members)) { element, child in
      other.children[element].map(child.intersection)
    }
  }

  /// The fields of this set that are not in the other.
  func subtracting(_ other: FieldSet) -> FieldSet {
    combined(members.subtracting(other.members)) { element, child in
      other.children[element].map(child.subtracting) ?? child
    }
  }

  /// The fields that may go where `kept` must stay.
  ///
  /// An element of a list goes whole, with what others have in it, unless one of them has the element
  /// itself: who set a variable of a container has not made the container.
  func removable(keeping kept: FieldSet) -> FieldSet {
    combined(members.subtracting(kept.members)) { element, child in
      kept.children[element].map(child.removable) ?? child
    }
  }

  /// The set with all fields of a type that hold one of its fields; entries of maps are none.
  ///
  /// Whoever set all there is in a probe has also made the probe.
  func withNamedFields(_ schema: Schema) -> FieldSet {
    var all = self
    for (element, child) in children {
      if case .field(let name) = element, schema.hasField(name) { all.members.insert(element) }
      all.children[element] = child.withNamedFields(schema.descend(element))
    }
    return all
  }

  /// Every field, each with its way from the root.
  var paths: [[PathElement]] {
    members.map { [$0] } + children.flatMap { step, child in child.paths.map { [step] + $0 } }
  }

  /// Members owned as a whole, and children owned in part.
  private init(members: Set<PathElement>, children: [PathElement: FieldSet]) {
    self.members = members
    self.children = children
  }

  /// Nothing is owned.
  init() {}

  /// A set from members and transformed children, without children that became empty.
  private func combined(
    _ members: Set<PathElement>,
    _ transform: (PathElement, FieldSet) -> FieldSet?,
  ) -> FieldSet {
    var result: [PathElement: FieldSet] = [:]
    for (element, child) in children {
      if let child = transform(element, child), !child.isEmpty { result[element] = child }
    }
    return FieldSet(members: members, children: result)
  }
}
