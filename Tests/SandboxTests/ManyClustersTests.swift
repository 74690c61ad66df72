import TestSupport
import Testing

@testable import fedctl_sandbox

/// A sandbox with more clusters than a process gets threads to listen for.
@Suite(.waitsForPrograms)
struct ManyClustersTests {
  @Test func `each has a door of its own, until there are too many`() {
    let few = Door.doors(for: ["a", "b", "c"])
    #expect(few.map(\.contexts) == [["a"], ["b"], ["c"]])
    let many = Door.doors(for: (0..<300).map { "c\($0)" })
    #expect(many.count == 128)
    #expect(many.first?.contexts == ["c0", "c128", "c256"])
    #expect(many.flatMap(\.contexts).count == 300)
  }

  @Test func `a door is closed for those behind it alone, and once for all`() async {
    for (context, closed) in [("a", 1), ("b", 0), (nil, 1)] {
      guard let door = Door.doors(for: ["a"]).first else { return }
      door.close(for: .seconds(1), to: context)
      door.close(for: .seconds(2), to: "a")
      var pauses = door.refusals.makeAsyncIterator()
      #expect(await pauses.next() == .seconds(closed == 1 ? 1 : 2))
    }
  }

  @Test func `the last of four hundred answers`() throws {
    let names = ["hub"] + (1..<400).map { "c\($0)" }
    let sandbox = try RunningSandbox("--contexts", names.joined(separator: ","))
    for name in ["hub", "c399"] {
      let answer = try sandbox.kubectl(
        "get",
        "namespaces",
        "--context",
        name,
        "--request-timeout",
        "10m",
      )
      #expect(answer.status == 0, "\(answer.errors)")
    }
  }
}
