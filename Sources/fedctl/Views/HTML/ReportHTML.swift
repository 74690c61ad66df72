import JSON
import Plan

/// A report as one page that needs nothing else: it works from a store of artifacts, and on paper.
///
/// The page holds the report in its form for programs, and lays it out by itself.
struct ReportHTML {
  private let report: Report

  init(_ report: Report) { self.report = report }

  /// The whole document.
  var text: String {
    let words = PageWords(report)
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
      <title>\(Self.escaped(words.title))</title>
      <style>
      \(Self.text(PackageResources.page_css))
      </style>
      </head>
      <body>
      <h1>\(Self.escaped(words.title))</h1>
      <p>\(Self.escaped(report.verdict))</p>
      <div id="dangers"></div>
      <div id="warnings"></div>
      <div id="outcome"></div>
      <div id="status"></div>
      <main id="plan" hidden>
      <div id="picture"></div>
      <h2>\(words.changes)</h2>
      <div class="filters">
      <label>\(words.action)<select id="action"><option value="">\(words.all)</option></select></label>
      <label>\(words.search)<input id="text" type="search"></label>
      </div>
      <div id="groups"></div>
      <details id="matrix"><summary>\(words.matrix)</summary></details>
      </main>
      <noscript><p>\(words.withoutScript)</p></noscript>
      <script type="application/json" id="report">\(Self.embedded(report.json))</script>
      <script type="application/json" id="words">\(Self.embedded(words.json))</script>
      <script>
      \(Self.text(PackageResources.page_js))
      </script>
      </body>
      </html>

      """
  }

  private static func text(_ file: [UInt8]) -> String { String(decoding: file, as: UTF8.self) }

  /// Nothing may be loaded from anywhere, whatever a report holds.
  private static let policy = [
    "default-src 'none'", "style-src 'unsafe-inline'", "script-src 'unsafe-inline'",
  ].joined(separator: "; ")

  /// JSON that cannot end the element in which it stands: no `<` is in it.
  private static func embedded(_ json: JSON) -> String {
    json.text().replacing("<", with: "\\u003c")
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
