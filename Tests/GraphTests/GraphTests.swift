import Graph
import Testing

private func graph(_ edges: (String, String)...) -> Graph<String> {
  var graph = Graph<String>()
  for (prerequisite, dependant) in edges { graph.addEdge(from: prerequisite, to: dependant) }
  return graph
}

struct GraphTests {
  @Test func `every vertex comes after its prerequisites`() {
    let order = graph(("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")).order()
    #expect(order == ["a", "b", "c", "d"])
  }

  @Test func `a cycle has no order and is named`() {
    let round = graph(("start", "a"), ("a", "b"), ("b", "c"), ("c", "a"))
    #expect(round.order() == nil)
    #expect(round.cycle().map(Set.init) == ["a", "b", "c"])
  }

  @Test func `a graph without a cycle names none`() {
    #expect(graph(("a", "b"), ("a", "c"), ("b", "c")).cycle() == nil)
  }

  @Test func `a vertex is no prerequisite of itself`() {
    #expect(graph(("a", "a"), ("a", "b")).order() == ["a", "b"])
  }

  @Test func `a chain of 100000 is ordered and searched without a deep stack`() {
    var chain = Graph<Int>()
    for link in 0..<100_000 { chain.addEdge(from: link, to: link + 1) }
    #expect(chain.order()?.last == 100_000)
    #expect(chain.cycle() == nil)
    #expect(chain.allDependants(of: 0).count == 100_000)
  }
}

struct ScheduleTests {
  @Test func `a vertex starts once its last prerequisite has finished`() {
    var schedule = Schedule(graph(("a", "c"), ("b", "c")))
    #expect(schedule.next() == "a")
    #expect(schedule.next() == "b")
    #expect(schedule.next() == nil)
    schedule.finish("a")
    #expect(schedule.next() == nil)
    schedule.finish("b")
    #expect(schedule.next() == "c")
    #expect(schedule.next() == nil)
  }

  @Test func `nothing downstream of a failure starts, and all else does`() {
    var schedule = Schedule(graph(("a", "b"), ("b", "c"), ("x", "y"), ("x", "c")))
    #expect(schedule.next() == "a")
    #expect(schedule.fail("a") == ["b", "c"])
    #expect(schedule.next() == "x")
    schedule.finish("x")
    #expect(schedule.next() == "y")
    schedule.finish("y")
    #expect(schedule.next() == nil)
  }

  @Test func `a vertex with two failed prerequisites is reported once`() {
    var schedule = Schedule(graph(("a", "c"), ("b", "c")))
    #expect(schedule.fail("a") == ["c"])
    #expect(schedule.fail("b") == [])
  }
}
