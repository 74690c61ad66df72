import Diagnostics

/// Tables as text that 80 columns hold.
struct UsageText {
  private let document: UsageDocument
  private let style: TextStyle

  init(_ document: UsageDocument, style: TextStyle) {
    self.document = document
    self.style = style
  }

  /// The whole, with the title first and what is missing last.
  var text: String {
    let heads = [document.title] + document.facts
    let tables = document.tables.flatMap { [""] + lines($0) }
    let gaps =
      document.gaps.isEmpty ? [] : ["", UsageReportWords.gaps] + document.gaps.flatMap(item)
    let method = [""] + document.method.flatMap { Wrapped.sentence($0, indent: "") }
    let queries = document.queries.flatMap { query in
      ["\(query.name):", "  \(query.expression)"]
    }
    let asked = queries.isEmpty ? [] : ["", UsageReportWords.queries] + queries
    return (heads + tables + gaps + method + asked).map { "\(Printable.text($0))\n" }.joined()
  }

  private func lines(_ table: UsageTable) -> [String] {
    let places = table.columns.indices.filter { table.columns[$0].width > 0 }
    let head = row(places.map { table.columns[$0].title }, table, places)
    let rows = table.rows.map { cells in row(places.map { cells[$0] }, table, places) }
    let more = table.omitted > 0 ? ["  \(UsageReportWords.smaller(table.omitted))"] : []
    let caption = table.caption.isEmpty ? [] : Wrapped.sentence(table.caption, indent: "")
    let body = table.rows.isEmpty ? [] : [head] + rows
    return [table.title] + caption + body + more + table.notes.flatMap(item)
  }

  private func row(_ cells: [String], _ table: UsageTable, _ places: [Int]) -> String {
    let parts = zip(cells, places).map { cell, place in
      let column = table.columns[place]
      let text = Self.cut(cell, column.width)
      let room = String(repeating: " ", count: max(0, column.width - text.count))
      return column.isNumber ? room + text : text + room
    }
    let line = "  " + parts.joined(separator: " ")
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  /// Its beginning and its end, between which names of one project are told apart the least.
  private static func cut(_ text: String, _ width: Int) -> String {
    guard text.count > width, width > 4 else { return text }
    let tail = (width - 1) / 2
    return "\(text.prefix(width - 1 - tail))…\(text.suffix(tail))"
  }

  private func item(_ text: String) -> [String] {
    Wrapped.sentence("  - \(text)", indent: "    ")
  }
}
