extension Graph {
  /// Every vertex after its prerequisites; nil where a cycle makes that impossible.
  package func order() -> [Vertex]? {
    var missing = vertices.reduce(into: [:]) { $0[$1] = prerequisites(of: $1).count }
    let place = Dictionary(
      uniqueKeysWithValues: vertices.enumerated().map { ($0.element, $0.offset) }
    )
    var result = vertices.filter { missing[$0] == 0 }
    var next = 0
    while next < result.count {
      let waiting = dependants(of: result[next])
      for dependant in waiting.sorted(by: { place[$0, default: 0] < place[$1, default: 0] }) {
        missing[dependant, default: 0] -= 1
        if missing[dependant] == 0 { result.append(dependant) }
      }
      next += 1
    }
    return result.count == vertices.count ? result : nil
  }

  /// The vertices of one cycle in order, the first not repeated at the end; nil where there is none.
  package func cycle() -> [Vertex]? {
    var finished: Set<Vertex> = []
    for start in vertices where !finished.contains(start) {
      if let found = cycle(from: start, finished: &finished) { return found }
    }
    return nil
  }

  /// A walk along prerequisites without recursion, so that a long chain needs no deep stack.
  private func cycle(from start: Vertex, finished: inout Set<Vertex>) -> [Vertex]? {
    var path = [start]
    var onPath: Set = [start]
    var open = [Array(prerequisites(of: start))]
    while let vertex = path.last, !open.isEmpty {
      guard let next = open[open.count - 1].popLast() else {
        finished.insert(vertex)
        onPath.remove(vertex)
        path.removeLast()
        open.removeLast()
        continue
      }
      if onPath.contains(next), let begin = path.firstIndex(of: next) {
        return path[begin...].reversed()
      }
      guard !finished.contains(next) else { continue }
      path.append(next)
      onPath.insert(next)
      open.append(Array(prerequisites(of: next)))
    }
    return nil
  }
}
