extension Graph {
  /// Without some vertices; what led through them leads on from their prerequisites to their dependants.
  package func leading(through gone: Set<Vertex>) -> Graph {
    var result = Graph(vertices.filter { !gone.contains($0) })
    for vertex in result.vertices {
      var seen: Set<Vertex> = []
      var open = Array(prerequisites(of: vertex))
      while let next = open.popLast() {
        guard seen.insert(next).inserted else { continue }
        if gone.contains(next) {
          open.append(contentsOf: prerequisites(of: next))
        } else {
          result.addEdge(from: next, to: vertex)
        }
      }
    }
    return result
  }

  /// Without edges that follow from others: as few as keep what must be done before what.
  ///
  /// A graph with a cycle stays as it is, for what follows from what is not one answer there.
  package var reduced: Graph {
    guard let order = order() else { return self }
    var ancestors: [Vertex: Set<Vertex>] = [:]
    var result = Graph(vertices)
    for vertex in order {
      let direct = prerequisites(of: vertex)
      let indirect = direct.reduce(into: Set<Vertex>()) { $0.formUnion(ancestors[$1] ?? []) }
      for prerequisite in direct.subtracting(indirect) {
        result.addEdge(from: prerequisite, to: vertex)
      }
      ancestors[vertex] = direct.union(indirect)
    }
    return result
  }
}
