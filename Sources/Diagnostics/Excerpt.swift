package import Facts

/// A diagnostic as people read it: summary, place, the line it is about, detail and remedy.
///
/// Control characters of the source are shown, never sent to the terminal.
package struct Excerpt: Hashable, Sendable {
  /// One role a line, so that a view may colour them.
  package enum Part: Hashable, Sendable {
    case summary(Severity, String)
    case place(String)
    case source(String)
    case mark(String)
    case detail(String)
    case remedy(String)
  }

  /// In the order in which they are printed, a line each.
  package let parts: [Part]

  /// `lines` are those of the file that the diagnostic's mark is in; `hide` takes secrets out of words, before long
  /// ones are cut and half of one is left.
  package init(
    _ diagnostic: Diagnostic,
    lines: [String] = [],
    hiding hide: (String) -> String = { $0 },
  ) {
    var parts: [Part] = [.summary(diagnostic.severity, Printable.text(diagnostic.summary))]
    if let mark = diagnostic.mark {
      parts.append(.place("  --> \(Printable.text(mark.description))"))
      parts += Self.source(mark, lines)
    }
    let detail = hide(diagnostic.detail)
    if !detail.isEmpty { parts.append(.detail(Printable.sentence(detail))) }
    if let remedy = diagnostic.remedy { parts.append(.remedy(Printable.sentence(hide(remedy)))) }
    self.parts = parts
  }

  private static func source(_ mark: SourceMark, _ lines: [String]) -> [Part] {
    guard lines.indices.contains(mark.line - 1) else { return [] }
    let window = Window(lines[mark.line - 1], around: mark)
    let number = String(mark.line)
    let gutter = String(repeating: " ", count: number.count)
    return [
      .source("\(gutter) |"),
      .source("\(number) | \(window.text)"),
      .mark("\(gutter) | \(window.underline)"),
    ]
  }
}

extension Excerpt: CustomStringConvertible {
  /// Without colour and without a line break at the end.
  package var description: String { parts.map(\.description).joined(separator: "\n") }
}

extension Excerpt.Part: CustomStringConvertible {
  package var description: String {
    switch self {
    case .summary(.error, let text): "error: \(text)"
    case .summary(.warning, let text): "warning: \(text)"
    case .place(let text), .source(let text), .mark(let text): text
    case .detail(let text): "  \(text)"
    case .remedy(let text): "  help: \(text)"
    }
  }
}

/// The part of a line that fits, and what to draw below it.
private struct Window {
  private static let width = 160

  let text: String
  let underline: String

  init(_ line: String, around mark: SourceMark) {
    let scalars = Array(line.unicodeScalars)
    let column = min(mark.column - 1, scalars.count)
    let start = scalars.count <= Self.width ? 0 : max(0, column - Self.width / 2)
    let end = min(scalars.count, start + Self.width)
    let shown = Printable.line(scalars[start..<end])
    let before = Printable.line(scalars[start..<max(start, column)]).count
    let marked = Printable.line(scalars[column..<min(end, column + mark.width)]).count
    let lead = start > 0 ? "…" : ""
    text = lead + shown + (end < scalars.count ? "…" : "")
    underline =
      String(repeating: " ", count: lead.count + before)
      + String(repeating: "^", count: max(1, marked))
  }
}
