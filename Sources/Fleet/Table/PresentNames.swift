import Facts
import YAML

/// Gives each key that stands in a file under its former name the present one.
///
/// It goes over the file once, before the table is held against it, so that nothing after it knows a former name.
struct PresentNames {
  private(set) var problems: [FleetProblem] = []

  /// The same tree with every key of the table under its present name.
  mutating func naming(_ node: Node, _ shape: Shape) -> Node {
    switch shape {
    case .record(let record), .word(_, let record): naming(node, record)
    case .records(_, let record): node.mapping { $0.holding(naming($0.value, record)) }
    case .list(let element):
      if let elements = node.elements {
        Node(.sequence(elements.map { naming($0, element) }), at: node.mark)
      } else {
        node
      }
    case .text, .flag, .count, .choice, .platform, .oneOrMore, .map, .anything, .value: node
    }
  }

  private mutating func naming(_ node: Node, _ record: Record) -> Node {
    node.mapping { pair in
      guard let pair = present(pair, of: node, record) else { return nil }
      guard let key = record[pair.key] else { return pair }
      return pair.holding(naming(pair.value, key.shape))
    }
  }

  /// The pair under its key's present name; nil where the mapping has a value under that one, too.
  private mutating func present(_ pair: Node.Pair, of node: Node, _ record: Record) -> Node.Pair? {
    guard record[pair.key] == nil,
      let key = record.keys.first(where: { $0.formerName == pair.key })
    else { return pair }
    if let other = node.pairs?.first(where: { $0.key == key.name }) {
      let line = other.keyMark.line
      report(.formerKeyBesideNew(pair.key, now: key.name, line: line), .error, pair.keyMark)
      return nil
    }
    report(.formerKey(pair.key, now: key.name), .warning, pair.keyMark)
    return Node.Pair(key: key.name, keyMark: pair.keyMark, value: pair.value)
  }

  private mutating func report(
    _ problem: TableProblem,
    _ severity: Severity,
    _ mark: SourceMark,
  ) {
    problems.append(FleetProblem(.table(problem), severity, at: mark))
  }
}

extension Node {
  /// The mapping with other pairs, of which some may be left out; anything else as it is.
  fileprivate func mapping(_ change: (Pair) -> Pair?) -> Node {
    guard let pairs else { return self }
    return Node(.mapping(pairs.compactMap(change)), at: mark)
  }
}

extension Node.Pair {
  fileprivate func holding(_ value: Node) -> Node.Pair {
    Node.Pair(key: key, keyMark: keyMark, value: value)
  }
}
