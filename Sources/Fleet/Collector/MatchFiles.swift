import Facts
internal import Text

/// Files of series selectors that collectors take beside those of the fleet file.
extension Fleet {
  /// Their paths, relative to the fleet file's folder.
  package var matchFiles: Set<String> { Set(clusters.compactMap { $0.collector?.matchFile }) }

  /// The fleet with the selectors that one of these files holds: one a line; empty lines are passed
  /// over, and those that begin with `#`.
  ///
  /// - Throws: the first line that is no selector, with its place in the file.
  package func matching(_ text: String, of file: String) throws(FleetProblem) -> Fleet {
    let selectors = try Self.selectors(in: text, of: file)
    var fleet = self
    for index in clusters.indices {
      guard case .collector(var design) = clusters[index].design,
        design.collector.matchFile == file
      else { continue }
      design.collector.match += selectors
      fleet.clusters[index].design = .collector(design)
    }
    return fleet
  }

  /// A line each; empty lines and those after `#` say nothing.
  private static func selectors(
    in text: String,
    of file: String,
  ) throws(FleetProblem) -> [String] {
    var selectors: [String] = []
    // By scalars: an editor's "\r\n" is one character, which is no "\n".
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      let selector = Substring(line).trimmed
      if selector.isEmpty || selector.hasPrefix("#") { continue }
      if let flaw = TextForm.seriesSelector.flaw(selector) {
        let mark = SourceMark(file: file, line: number + 1, column: 1, width: line.count)
        throw FleetProblem(.form(flaw), at: mark)
      }
      selectors.append(selector)
    }
    return selectors
  }
}

extension ManagedCluster {
  /// nil for clusters of other topologies.
  fileprivate var collector: Collector? {
    guard case .collector(let design) = design else { return nil }
    return design.collector
  }
}
