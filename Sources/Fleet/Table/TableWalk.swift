import YAML

extension Node {
  /// The tree with the pairs of each mapping whose keys the table knows put through `change`, from the outside in.
  ///
  /// `change` gets the pair, what it is in, and the table of that; a pair for which it gives nil is left out.
  func changingPairs(_ shape: Shape, _ change: (Pair, Node, Record) -> Pair?) -> Node {
    switch shape {
    case .record(let record), .word(_, let record), .short(_, let record):
      changingPairs(of: record, change)
    case .records(_, let record):
      mapping { $0.holding($0.value.changingPairs(of: record, change)) }
    case .list(let element): changingElements(element, change)
    case .text, .flag, .count, .choice, .platform, .oneOrMore, .map, .anything, .value: self
    }
  }

  private func changingPairs(of record: Record, _ change: (Pair, Node, Record) -> Pair?) -> Node {
    mapping { pair in
      guard let pair = change(pair, self, record) else { return nil }
      guard let key = record[pair.key] else { return pair }
      return pair.holding(pair.value.changingPairs(key.shape, change))
    }
  }

  private func changingElements(_ shape: Shape, _ change: (Pair, Node, Record) -> Pair?) -> Node {
    guard let elements else { return self }
    return Node(.sequence(elements.map { $0.changingPairs(shape, change) }), at: mark)
  }

  /// The mapping with other pairs, of which some may be left out; anything else as it is.
  func mapping(_ change: (Pair) -> Pair?) -> Node {
    guard let pairs else { return self }
    return Node(.mapping(pairs.compactMap(change)), at: mark)
  }
}

extension Node.Pair {
  /// The same key with another value.
  func holding(_ value: Node) -> Node.Pair {
    Node.Pair(key: key, keyMark: keyMark, value: value)
  }
}
