import TestSupport
import Testing
import XML

/// `fedctl graph`: three languages for one picture.
@Suite(.waitsForPrograms)
struct GraphCommandTests {
  private func graph(_ arguments: String...) throws -> String {
    let outcome = try Fedctl(["graph"] + arguments).file(ExampleFleet.text(of: "receive-openshift"))
      .run()
    #expect(outcome.status == 0)
    #expect(outcome.stderr == "")
    return outcome.stdout
  }

  @Test func `Graphviz is told frames, boxes and what is handed over`() throws {
    let text = try graph()
    #expect(text.hasPrefix("digraph fleet {\n"))
    #expect(text.contains("    label=\"cluster1\";\n"))
    #expect(text.contains("[label=\"Route\\nthanos/thanos-receive\"];"))
    #expect(text.contains("[label=\"token\", style=dashed];"))
    #expect(text.contains("default-ingress-cert\", style=dotted];"))
  }

  @Test func `Mermaid is told the same`() throws {
    let text = try graph("-o", "mermaid")
    #expect(text.hasPrefix("flowchart LR\n"))
    #expect(text.contains("  subgraph g1 [\"cluster1\"]\n"))
    #expect(text.contains("[\"Route<br>thanos/thanos-receive\"]\n"))
    #expect(text.contains(" -. \"token\" .-> "))
  }

  @Test(arguments: ["fleet", "order"])
  func `SVG is one well-formed document that loads nothing`(_ subject: String) throws {
    let text = try graph("--of", subject, "-o", "svg")
    let root = try XMLElement(parsing: Array(text.utf8))
    #expect(root.name == "svg")
    #expect(!text.contains("href") && !text.contains("@import"))
    #expect(text.contains("<title>Deployment thanos/grafana</title>"))
  }

  @Test func `what is wrong with the file is said as everywhere`() throws {
    let outcome = try Fedctl("graph").file("kind: Fleet\n").run()
    #expect(outcome.status == 1)
    #expect(outcome.stdout == "")
    #expect(outcome.stderr.contains("fleet.yaml:1"))
  }
}
