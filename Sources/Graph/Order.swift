extension Graph {
  /// Every vertex after its prerequisites; nil where a cycle makes that impossible.
  package func order() -> [Vertex]? {
    var missing = vertices.indices.map { prerequisiteCount(ofPlace: $0) }
    var result = vertices.indices.filter { missing[$0] == 0 }
    var next = 0
    while next < result.count {
      for dependant in dependants(ofPlace: result[next]).sorted() {
        missing[dependant] -= 1
        if missing[dependant] == 0 { result.append(dependant) }
      }
      next += 1
    }
    return result.count == vertices.count ? result.map { vertices[$0] } : nil
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
