import YAML

extension Node {
  /// A file's tree merged over that of a file that it includes: mappings key by key, lists that each file adds to one behind
  /// the other, and of all else this.
  func merged(overFile base: Node) -> Node {
    merged(over: base.leavingOut(Key.include.name)) { key, mine, other in
      Self.added.contains(key) ? mine.appended(to: other) : mine.merged(over: other)
    }
  }

  /// Of clusters that are in another file, none may be lost without a word.
  private static let added = ["clusters", "patches"]

  private func merged(over base: Node) -> Node {
    merged(over: base) { _, mine, other in mine.merged(over: other) }
  }

  /// `join` makes one of the values that both have under a key, this one's first; a key that stands twice keeps doing so.
  private func merged(over base: Node, _ join: (String, Node, Node) -> Node) -> Node {
    guard let pairs, let others = base.pairs else { return self }
    let keys = Set(pairs.map(\.key))
    let joined = pairs.map { pair in
      base[pair.key].map { pair.holding(join(pair.key, pair.value, $0)) } ?? pair
    }
    return Node(.mapping(others.filter { !keys.contains($0.key) } + joined), at: mark)
  }

  private func leavingOut(_ key: String) -> Node { mapping { $0.key == key ? nil : $0 } }

  /// What is no list is told elsewhere.
  private func appended(to first: Node) -> Node {
    guard let elements, let others = first.elements else { return self }
    return Node(.sequence(others + elements), at: mark)
  }
}
