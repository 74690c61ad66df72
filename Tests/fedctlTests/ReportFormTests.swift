import TestSupport
import Testing

@testable import fedctl

/// Text from anywhere stays text in every form.
@Suite(.waitsForPrograms)
struct ReportFormTests {
  private let hostile = [
    "```\n</details><script>alert(1)</script>", "``", "`", " ` ",
    "@everyone #1 https://evil.example",
    "<img src=x onerror=alert(1)>", "[a](javascript:b)", "]]> & \" '", "\u{1b}[31m\u{202e}\u{0}",
    "", " ",
    "| a | b |", "\u{fffe}",
  ]

  @Test func `code in a line is one line, between fences that nothing in it closes`() {
    for text in hostile {
      let code = MarkdownSafe.code(text)
      #expect(!code.contains("\n") && !code.isEmpty)
      guard code != "(empty)" else { continue }
      let fence = code.prefix { $0 == "`" }
      #expect(code.hasSuffix(fence))
      let inner = code.dropFirst(fence.count).dropLast(fence.count)
      #expect(!rows(of: "`", in: String(inner)).contains(fence.count), "\(code)")
      #expect(inner.first != "`" && inner.last != "`", "\(code)")
    }
    #expect(MarkdownSafe.code("a `b` c") == "``a `b` c``")
    #expect(MarkdownSafe.code("`b`") == "`` `b` ``")
    #expect(MarkdownSafe.code("\u{1b}[31m") == #"`\u{1b}[31m`"#)
  }

  @Test func `a block is closed by its own fence alone`() {
    for text in hostile {
      let lines = MarkdownSafe.block([text, "+ x"], "diff").split(separator: "\n")
      let fence = lines.first?.prefix { $0 == "`" } ?? ""
      #expect(fence.count >= 3)
      let closing = lines.filter { $0.drop { $0 == " " }.hasPrefix(fence) }
      #expect(closing.count == 2 && lines.last == fence, "\(lines)")
    }
  }

  @Test func `a title holds no element and no end of line`() {
    #expect(
      MarkdownSafe.html("<b>\n&\"") == "<code>&lt;b&gt; &amp;&quot;</code>"
    )
  }

  @Test func `a page has never more bytes than it may, and nothing in it stays open`() {
    let long = (1...400).map { "  + ConfigMap thanos/number-\($0)-é" } + ["```", "\u{1}\u{2}"]
    for limit in [1_024, 2_000, 5_000, 65_536, 1 << 20] {
      var page = MarkdownPage(limit: limit)
      page.add("### title\n\n")
      page.add("Attention", listing: (1...300).map { "danger `\($0)`" })
      for number in 1...40 { page.add(MarkdownPage.Part(title: "part \(number)", lines: long)) }
      let text = page.text
      #expect(text.utf8.count <= limit, "\(limit): \(text.utf8.count)")
      let lines = text.split(separator: "\n")
      #expect(lines.count { $0.hasPrefix("<details>") } == lines.count { $0 == "</details>" })
      let fences = lines.filter { $0.hasPrefix("````") }
      #expect(fences.count.isMultiple(of: 2))
      let shown = lines.count { $0.hasPrefix("<details>") }
      let isWhole = limit == 1 << 20
      #expect(isWhole == (shown == 40))
      #expect(isWhole == !text.contains("for want of room"))
      #expect(isWhole || text.hasSuffix("left out for want of room; `-o json` has all.\n"))
    }
  }

  @Test func `whatever a text holds, XML carries it`() throws {
    for text in hostile {
      let document = "<a b=\"\(XMLSafe.text(text))\">\(XMLSafe.text(text))</a>"
      let script =
        "import sys, xml.etree.ElementTree as e; print(e.fromstring(sys.stdin.read()).tag)"
      let tag = try Tool.output(of: "python", ["-c", script], input: document)
      #expect(String(decoding: tag, as: UTF8.self) == "a\n", "\(document)")
    }
  }

  /// How long each row of a character is.
  private func rows(of character: Character, in text: String) -> [Int] {
    text.split { $0 != character }.map(\.count)
  }
}
