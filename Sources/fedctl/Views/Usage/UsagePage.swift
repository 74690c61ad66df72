/// A report or a trend as one page that needs nothing else: no script, no network, and as good on paper.
struct UsagePage {
  private let document: UsageDocument

  init(_ document: UsageDocument) { self.document = document }

  /// The whole document.
  var text: String {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>\(HTMLSafe.text(document.title))</title>
    <style>
    \(String(decoding: PackageResources.usage_css, as: UTF8.self))
    </style>
    </head>
    <body>
    <a class="skip" href="#content">\(UsageReportWords.skip)</a>
    <svg width="0" height="0" aria-hidden="true"><defs><pattern id="stripes" width="5" height="5" \
    patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="stripe" d="M0 0 V5"/>\
    </pattern></defs></svg>
    <header>
    <h1>\(HTMLSafe.text(document.title))</h1>
    \(document.facts.map { "<p>\(HTMLSafe.text($0))</p>" }.joined(separator: "\n"))
    </header>
    \(contents)
    <main id="content">
    \(gaps)
    \(document.tables.enumerated().map(section).joined(separator: "\n"))
    \(method)
    </main>
    </body>
    </html>

    """
  }

  private var contents: String {
    let entries = document.tables.enumerated().map { place, table in
      "<li><a href=\"#t\(place)\">\(HTMLSafe.text(table.title))</a></li>"
    }
    return "<nav aria-label=\"\(UsageReportWords.contents)\"><ul>\(entries.joined())</ul></nav>"
  }

  private var gaps: String {
    guard !document.gaps.isEmpty else { return "" }
    return
      "<section class=\"gaps\"><h2>\(UsageReportWords.gaps)</h2>\(Self.list(document.gaps))</section>"
  }

  private var method: String {
    let paragraphs = document.method.map { "<p>\(HTMLSafe.text($0))</p>" }.joined(separator: "\n")
    let queries = document.queries.map { query in
      "<dt>\(HTMLSafe.text(query.name))</dt><dd><pre tabindex=\"0\">\(HTMLSafe.text(query.expression))</pre></dd>"
    }
    let asked =
      queries.isEmpty ? "" : "<h2>\(UsageReportWords.queries)</h2><dl>\(queries.joined())</dl>"
    return
      "<section><h2>\(UsageReportWords.method)</h2>\(paragraphs)</section><section>\(asked)</section>"
  }

  private func section(_ place: Int, _ table: UsageTable) -> String {
    let caption = table.caption.isEmpty ? "" : "<p>\(HTMLSafe.text(table.caption))</p>"
    let figures = table.charts.map { chart in
      "<figure>\(Self.svg(chart))\(Self.caption(of: chart, under: table.title))</figure>"
    }
    let more =
      table.omitted > 0 ? "<p class=\"soft\">\(UsageReportWords.smaller(table.omitted))</p>" : ""
    let notes = table.notes.isEmpty ? "" : Self.list(table.notes)
    let body = rows(of: table)
    let shown =
      table.isFolded
      ? "<details><summary>\(UsageReportWords.rows(table.rows.count))</summary>\(body)</details>"
      : body
    return """
      <section id="t\(place)" aria-labelledby="h\(place)">
      <h2 id="h\(place)">\(HTMLSafe.text(table.title))</h2>
      \(caption)
      <div class="figures">\(figures.joined(separator: "\n"))
      <div class="table">\(shown)
      \(more)</div></div>
      \(notes)\(Self.query(table.query))
      </section>
      """
  }

  /// A wide table scrolls by itself, with the keyboard, too.
  private func rows(of table: UsageTable) -> String {
    guard !table.rows.isEmpty else { return "" }
    let head = table.columns.map { column in
      "<th scope=\"col\"\(column.isNumber ? " class=\"number\"" : "")>\(HTMLSafe.text(column.title))</th>"
    }
    let rows = table.rows.map { cells in
      let all = zip(table.columns, cells).enumerated().map { place, pair in
        Self.cell(pair.1, isFirst: place == 0, isNumber: pair.0.isNumber)
      }
      return "<tr>\(all.joined())</tr>"
    }
    return
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(HTMLSafe.text(table.title))\">"
      + "<table><thead><tr>\(head.joined())</tr></thead>\n<tbody>\(rows.joined(separator: "\n"))</tbody></table></div>"
  }

  private static func cell(_ text: String, isFirst: Bool, isNumber: Bool) -> String {
    if isFirst { return "<th scope=\"row\">\(HTMLSafe.text(text))</th>" }
    return "<td\(isNumber ? " class=\"number\"" : "")>\(HTMLSafe.text(text))</td>"
  }

  private static func list(_ items: [String]) -> String {
    "<ul>\(items.map { "<li>\(HTMLSafe.text($0))</li>" }.joined())</ul>"
  }

  private static func query(_ query: String?) -> String {
    guard let query else { return "" }
    return "<details class=\"query\"><summary>\(UsageReportWords.query)</summary>"
      + "<pre tabindex=\"0\">\(HTMLSafe.text(query))</pre></details>"
  }

  private static func svg(_ chart: UsageChart) -> String {
    switch chart {
    case .bars(let chart): chart.svg
    case .intervals(let chart): chart.svg
    case .lines(let chart): chart.svg
    }
  }

  /// None where it would say what the heading says.
  private static func caption(of chart: UsageChart, under heading: String) -> String {
    let title =
      switch chart {
      case .bars(let chart): chart.title
      case .intervals(let chart): chart.title
      case .lines(let chart): chart.title
      }
    return title == heading ? "" : "<figcaption>\(HTMLSafe.text(title))</figcaption>"
  }
}
