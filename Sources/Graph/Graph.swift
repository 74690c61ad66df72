/// What must come before what: vertices and the edges from a prerequisite to its dependants.
///
/// Vertices keep the order in which they were added, and every answer follows that order, so that
/// equal graphs give equal answers on every machine.
package struct Graph<Vertex: Hashable & Sendable>: Sendable {
  /// In the order in which they were added, which breaks ties.
  package private(set) var vertices: [Vertex] = []
  private var prerequisites: [Vertex: Set<Vertex>] = [:]
  private var dependants: [Vertex: Set<Vertex>] = [:]

  package init(_ vertices: [Vertex] = []) {
    for vertex in vertices { add(vertex) }
  }

  package func contains(_ vertex: Vertex) -> Bool { prerequisites[vertex] != nil }

  /// A vertex that is there already stays as it is.
  package mutating func add(_ vertex: Vertex) {
    guard !contains(vertex) else { return }
    vertices.append(vertex)
    prerequisites[vertex] = []
    dependants[vertex] = []
  }

  /// Lets `dependant` wait for `prerequisite`; an edge from a vertex to itself is ignored.
  package mutating func addEdge(from prerequisite: Vertex, to dependant: Vertex) {
    guard prerequisite != dependant else { return }
    add(prerequisite)
    add(dependant)
    prerequisites[dependant, default: []].insert(prerequisite)
    dependants[prerequisite, default: []].insert(dependant)
  }

  /// What must be done right before a vertex; empty for one that is not there.
  package func prerequisites(of vertex: Vertex) -> Set<Vertex> { prerequisites[vertex] ?? [] }

  /// What waits right for a vertex; empty for one that is not there.
  package func dependants(of vertex: Vertex) -> Set<Vertex> { dependants[vertex] ?? [] }

  /// Whatever waits for a vertex, directly or not.
  package func allDependants(of vertex: Vertex) -> Set<Vertex> {
    var found: Set<Vertex> = []
    var open = Array(dependants(of: vertex))
    while let next = open.popLast() {
      guard found.insert(next).inserted else { continue }
      open.append(contentsOf: dependants(of: next))
    }
    return found
  }
}
