import Facts

/// Merge keys are of YAML 1.1, and stand in the files of everybody who uses anchors: `<<` takes a
/// mapping, or several of which the first has the say, and adds what the mapping itself does not have.
extension Event {
  /// A plain `<<`; in quotes it is a key like any other.
  var isMergeKey: Bool {
    if case .scalar(let key, isPlain: true) = content { key.text == "<<" } else { false }
  }
}

extension Node {
  /// The pairs that a `<<` with this value adds; of a key, the first counts.
  func pairsToMerge(at mark: SourceMark) throws(YAMLError) -> [Pair] {
    if let pairs { return pairs }
    guard let elements else { throw YAMLError(.mergeKey, at: mark) }
    var all: [Pair] = []
    for element in elements {
      guard let pairs = element.pairs else { throw YAMLError(.mergeKey, at: mark) }
      all += pairs
    }
    return all
  }
}

extension [Node.Pair] {
  /// Those whose key is not there yet, each once.
  func absent(from pairs: [Node.Pair]) -> [Node.Pair] {
    var keys = Set(pairs.map(\.key))
    return filter { keys.insert($0.key).inserted }
  }
}
