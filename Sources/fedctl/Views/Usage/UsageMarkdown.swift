/// A report or a trend as Markdown, for a summary of a run or an issue, within a number of bytes.
///
/// All text of others stands in code, where it is nothing but text.
struct UsageMarkdown {
  private let document: UsageDocument

  init(_ document: UsageDocument) { self.document = document }

  /// Never more bytes than `limit`, and whole: tables that do not fit are counted at the end.
  func text(within limit: Int) -> String {
    var text = head
    var omitted = 0
    for part in document.tables.map(part) + [gaps, queries] where !part.isEmpty {
      // So many bytes say what is missing.
      if omitted == 0, text.utf8.count + part.utf8.count + 200 <= limit {
        text += part
      } else {
        omitted += 1
      }
    }
    return omitted == 0 ? text : text + ReportWords.omitted(omitted) + "\n"
  }

  private var head: String {
    let facts = document.facts.map { "- \(MarkdownSafe.code($0))\n" }.joined()
    return "### \(MarkdownSafe.code(document.title))\n\n\(facts)\n"
  }

  private func part(_ table: UsageTable) -> String {
    let head = "#### \(MarkdownSafe.code(table.title))\n\n"
    let notes = table.notes.map { "- \(MarkdownSafe.code($0))\n" }.joined()
    let more = table.omitted > 0 ? "\(UsageReportWords.smaller(table.omitted))\n\n" : ""
    return head + rows(table) + more + (notes.isEmpty ? "" : "\(notes)\n")
  }

  private func rows(_ table: UsageTable) -> String {
    guard !table.rows.isEmpty else { return "" }
    let titles = table.columns.map { Self.cell($0.title) }
    let rule = table.columns.map { $0.isNumber ? "---:" : "---" }
    let rows = table.rows.map { $0.map(Self.cell) }
    return ([titles, rule] + rows).map { "| \($0.joined(separator: " | ")) |\n" }.joined() + "\n"
  }

  /// A bar would end the cell, even in code.
  private static func cell(_ text: String) -> String {
    MarkdownSafe.code(text.replacing("|", with: "¦"))
  }

  private var gaps: String {
    guard !document.gaps.isEmpty else { return "" }
    let items = document.gaps.map { "- \(MarkdownSafe.code($0))\n" }.joined()
    return "#### \(UsageReportWords.gaps)\n\n\(items)\n"
  }

  private var queries: String {
    guard !document.queries.isEmpty else { return "" }
    let items = document.queries.map { "\($0.name):\n\n\(MarkdownSafe.block([$0.expression]))\n" }
    return
      "<details><summary>\(UsageReportWords.queries)</summary>\n\n\(items.joined())</details>\n"
  }
}
