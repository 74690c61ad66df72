import Testing

@testable import Plan

/// A text that changes, line by line.
@Suite struct DisplayedLineTests {
  private func marked(_ before: String, _ after: String) -> [String] {
    DisplayedLine.lines(from: before, to: after).map { "\($0.fate) \($0.text)" }
  }

  /// To Swift `\r\n` is one character, and no end of a line.
  @Test func `lines end as editors of other systems end them, too`() {
    #expect(
      marked("a\r\nb\r\n", "a\r\nc\r\n") == ["kept a\r", "removed b\r", "added c\r"]
    )
  }

  @Test func `another spelling of a character is another line`() {
    #expect(marked("\u{E9}\n", "e\u{301}\n") == ["removed \u{E9}", "added e\u{301}"])
  }
}
