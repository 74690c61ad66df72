import Facts
import YAML

/// Gives each key that stands in a file under its former name the present one.
///
/// It goes over the file once, before the table is held against it, so that nothing after it knows a former name.
struct PresentNames {
  private(set) var problems: [FleetProblem] = []

  /// The same tree with every key of the table under its present name.
  mutating func naming(_ node: Node, _ shape: Shape) -> Node {
    node.changingPairs(shape) { pair, mapping, record in present(pair, of: mapping, record) }
  }

  /// The pair under its key's present name; nil where the mapping has a value under that one, too.
  private mutating func present(_ pair: Node.Pair, of node: Node, _ record: Record) -> Node.Pair? {
    guard record[pair.key] == nil,
      let key = record.keys.first(where: { $0.formerName == pair.key })
    else { return pair }
    if let other = node.pairs?.first(where: { $0.key == key.name })?.keyMark {
      let file = other.file == pair.keyMark.file ? nil : other.file
      let problem = TableProblem.formerKeyBesideNew(
        pair.key,
        now: key.name,
        line: other.line,
        of: file,
      )
      report(problem, .error, pair.keyMark)
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
