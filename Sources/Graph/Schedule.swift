/// Who may start, as a value: ask what is ready, tell what finished or failed.
///
/// A failed vertex stops what depends on it, directly or not, and nothing else.
package struct Schedule<Vertex: Hashable & Sendable>: Sendable {
  private let graph: Graph<Vertex>
  private var missing: [Vertex: Int]
  private var ready: [Vertex]
  private var skipped: Set<Vertex> = []

  /// A graph with a cycle never becomes ready as a whole: check `cycle()` before.
  package init(_ graph: Graph<Vertex>) {
    self.graph = graph
    missing = graph.vertices.reduce(into: [:]) { $0[$1] = graph.prerequisites(of: $1).count }
    ready = graph.vertices.filter { graph.prerequisites(of: $0).isEmpty }.reversed()
  }

  /// The next vertex that may start now, each once; nil while there is none.
  package mutating func next() -> Vertex? { ready.popLast() }

  /// What waited for this vertex alone may start.
  package mutating func finish(_ vertex: Vertex) {
    for dependant in graph.dependants(of: vertex) where !skipped.contains(dependant) {
      missing[dependant, default: 0] -= 1
      if missing[dependant] == 0 { ready.append(dependant) }
    }
  }

  /// Marks a vertex as failed: those returned, in the graph's order, will never start.
  package mutating func fail(_ vertex: Vertex) -> [Vertex] {
    let stopped = graph.allDependants(of: vertex).subtracting(skipped)
    skipped.formUnion(stopped)
    return graph.vertices.filter(stopped.contains)
  }
}
