/// What must come before what: vertices and the edges from a prerequisite to its dependants.
///
/// Vertices keep the order in which they were added, and every answer follows that order, so that
/// equal graphs give equal answers on every machine. Edges are kept by the places of vertices: a fleet has thousands
/// of objects, and several edges for each.
package struct Graph<Vertex: Hashable & Sendable>: Sendable {
  /// In the order in which they were added, which breaks ties.
  package private(set) var vertices: [Vertex] = []
  private var places: [Vertex: Int] = [:]
  /// Of each vertex the places of its prerequisites.
  private var before: [Set<Int>] = []
  /// Of each vertex the places of its dependants, each once.
  private var after: [[Int]] = []

  package init(_ vertices: [Vertex] = []) {
    for vertex in vertices { add(vertex) }
  }

  package func contains(_ vertex: Vertex) -> Bool { places[vertex] != nil }

  /// A vertex that is there already stays as it is.
  package mutating func add(_ vertex: Vertex) { _ = added(vertex) }

  /// Where a vertex is, which is added where it is not there.
  private mutating func added(_ vertex: Vertex) -> Int {
    if let place = places[vertex] { return place }
    places[vertex] = vertices.count
    vertices.append(vertex)
    before.append([])
    after.append([])
    return vertices.count - 1
  }

  /// Lets `dependant` wait for `prerequisite`; an edge from a vertex to itself is ignored.
  package mutating func addEdge(from prerequisite: Vertex, to dependant: Vertex) {
    guard prerequisite != dependant else { return }
    let (first, then) = (added(prerequisite), added(dependant))
    if before[then].insert(first).inserted { after[first].append(then) }
  }

  /// What must be done right before a vertex; empty for one that is not there.
  package func prerequisites(of vertex: Vertex) -> Set<Vertex> {
    Set((places[vertex].map { before[$0] } ?? []).map { vertices[$0] })
  }

  /// What waits right for a vertex; empty for one that is not there.
  package func dependants(of vertex: Vertex) -> Set<Vertex> {
    Set((places[vertex].map { after[$0] } ?? []).map { vertices[$0] })
  }

  /// Whatever waits for a vertex, directly or not.
  package func allDependants(of vertex: Vertex) -> Set<Vertex> {
    guard let place = place(of: vertex) else { return [] }
    return Set(allDependants(ofPlace: place).map { vertices[$0] })
  }
}

/// By the places of vertices, which are those in `vertices`.
extension Graph {
  /// nil for a vertex that is not there.
  func place(of vertex: Vertex) -> Int? { places[vertex] }

  /// How many vertices must be done right before the one at a place.
  func prerequisiteCount(ofPlace place: Int) -> Int { before[place].count }

  /// What waits right for the vertex at a place, in the order in which it was told.
  func dependants(ofPlace place: Int) -> [Int] { after[place] }

  /// Whatever waits for the vertex at a place, directly or not.
  func allDependants(ofPlace place: Int) -> Set<Int> {
    var found: Set<Int> = []
    var open = after[place]
    while let next = open.popLast() {
      guard found.insert(next).inserted else { continue }
      open.append(contentsOf: after[next])
    }
    return found
  }
}
