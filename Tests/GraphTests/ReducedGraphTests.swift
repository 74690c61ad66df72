import Graph
import Testing

private func graph(_ edges: (String, String)...) -> Graph<String> {
  var graph = Graph<String>()
  for (prerequisite, dependant) in edges { graph.addEdge(from: prerequisite, to: dependant) }
  return graph
}

extension Graph<String> {
  fileprivate var edges: Set<String> {
    Set(vertices.flatMap { end in prerequisites(of: end).map { "\($0)>\(end)" } })
  }
}

/// Graphs with less in them that say the same.
struct ReducedGraphTests {
  @Test func `an edge that follows from others goes, however long they are`() {
    let reduced = graph(("a", "b"), ("b", "c"), ("c", "d"), ("a", "d"), ("a", "e")).reduced
    #expect(reduced.edges == ["a>b", "b>c", "c>d", "a>e"])
  }

  @Test func `a circle stays as it is`() {
    let circle = graph(("a", "b"), ("b", "a"), ("b", "c"), ("a", "c"))
    #expect(circle.reduced.edges == circle.edges)
  }

  @Test func `what led through a vertex that goes leads on`() {
    let through = graph(("a", "x"), ("x", "y"), ("y", "b"), ("x", "c")).leading(through: ["x", "y"])
    #expect(through.vertices.sorted() == ["a", "b", "c"])
    #expect(through.edges == ["a>b", "a>c"])
  }
}
