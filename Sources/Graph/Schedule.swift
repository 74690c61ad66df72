/// Who may start, as a value: ask what is ready, tell what finished or failed.
///
/// A failed vertex stops what depends on it, directly or not, and nothing else.
package struct Schedule<Vertex: Hashable & Sendable>: Sendable {
  private let graph: Graph<Vertex>
  /// By the places of vertices: how many prerequisites are not done yet.
  private var missing: [Int]
  private var ready: [Int]
  private var skipped: Set<Int> = []

  /// A graph with a cycle never becomes ready as a whole: check `cycle()` before.
  package init(_ graph: Graph<Vertex>) {
    self.graph = graph
    missing = graph.vertices.indices.map { graph.prerequisiteCount(ofPlace: $0) }
    ready = graph.vertices.indices.filter { graph.prerequisiteCount(ofPlace: $0) == 0 }.reversed()
  }

  /// The next vertex that may start now, each once; nil while there is none.
  package mutating func next() -> Vertex? { ready.popLast().map { graph.vertices[$0] } }

  /// What waited for this vertex alone may start.
  package mutating func finish(_ vertex: Vertex) {
    guard let place = graph.place(of: vertex) else { return }
    for dependant in graph.dependants(ofPlace: place) where !skipped.contains(dependant) {
      missing[dependant] -= 1
      if missing[dependant] == 0 { ready.append(dependant) }
    }
  }

  /// Marks a vertex as failed: those returned, in the graph's order, will never start.
  package mutating func fail(_ vertex: Vertex) -> [Vertex] {
    guard let place = graph.place(of: vertex) else { return [] }
    let stopped = graph.allDependants(ofPlace: place).subtracting(skipped)
    skipped.formUnion(stopped)
    return stopped.sorted().map { graph.vertices[$0] }
  }
}
