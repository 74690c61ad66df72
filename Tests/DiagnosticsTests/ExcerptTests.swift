import Diagnostics
import Facts
import Testing

@Suite struct ExcerptTests {
  private func diagnostic(line: Int, column: Int, width: Int) -> Diagnostic {
    let mark = SourceMark(file: "a.yaml", line: line, column: column, width: width)
    return Diagnostic(.error, "unknown key", detail: "What.", remedy: "Do.", at: mark)
  }

  @Test func `the marked text is underlined`() {
    let text = Excerpt(diagnostic(line: 2, column: 3, width: 4), lines: ["", "\t naem: x"])
      .description
    #expect(
      text == """
        error: unknown key
          --> a.yaml:2:3
          |
        2 |   naem: x
          |   ^^^^
          What.
          help: Do.
        """
    )
  }

  @Test func `a place outside of the lines has no excerpt`() {
    let text = Excerpt(diagnostic(line: 9, column: 3, width: 4), lines: []).description
    #expect(text == "error: unknown key\n  --> a.yaml:9:3\n  What.\n  help: Do.")
  }

  @Test func `control characters are shown and not sent`() {
    let excerpt = Excerpt(diagnostic(line: 1, column: 2, width: 1), lines: ["\u{1B}x"])
    #expect(excerpt.parts.contains(.source("1 | \\u{1b}x")))
    #expect(excerpt.parts.contains(.mark("  |       ^")))
  }

  @Test func `a long line is cut around the mark`() throws {
    let line = String(repeating: "a", count: 500) + "b" + String(repeating: "c", count: 500)
    let lines = Excerpt(diagnostic(line: 1, column: 501, width: 1), lines: [line])
      .description.split(separator: "\n")
    let source = try #require(lines.first { $0.contains("b") })
    let mark = try #require(lines.first { $0.contains("^") })
    #expect(source.count < 175)
    #expect(mark.prefix { $0 != "^" }.count == source.prefix { $0 != "b" }.count)
  }
}
