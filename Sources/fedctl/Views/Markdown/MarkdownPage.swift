/// A page of Markdown that does not grow beyond a number of bytes.
///
/// What does not fit is left out whole lines at a time and counted where it would stand.
struct MarkdownPage {
  /// Something with a title that opens on a click, and lines of code in it.
  struct Part {
    /// Safe as HTML.
    let title: String
    let lines: [String]
  }

  private let limit: Int
  private(set) var text = ""
  /// How many parts were left out altogether.
  private var omitted = 0

  /// So many bytes are kept for saying what was left out.
  private static let reserve = 200

  init(limit: Int) { self.limit = limit }

  private var room: Int { limit - Self.reserve - text.utf8.count }

  /// What must stand there; the caller knows that it is short.
  mutating func add(_ words: String) { text += words.utf8.count <= room ? words : "" }

  /// Items below a heading, as many as a half of what room there is has.
  mutating func add(_ heading: String, listing lines: [String]) {
    var left = room / 2 - heading.utf8.count
    let told = lines.map { "- \(MarkdownSafe.code($0))\n" }.prefix { item in
      left -= item.utf8.count
      return left >= 0
    }
    let more = lines.count - told.count
    let rest = more > 0 ? "- \(ReportWords.more(more))\n" : ""
    text += "**\(heading)**\n\n\(told.joined())\(rest)\n"
  }

  /// The part as far as there is room, or a word that it is missing.
  mutating func add(_ part: Part) {
    let start = "<details><summary>\(part.title)</summary>\n\n"
    let end = "\n</details>\n\n"
    let fence = MarkdownSafe.fence(for: part.lines.joined(separator: "\n"))
    let frame = start.utf8.count + end.utf8.count + fence.utf8.count * 2 + 40
    var left = room - frame
    let told = part.lines.prefix { line in
      // A control character is shown as several.
      left -= MarkdownSafe.block([line]).utf8.count
      return left >= 0
    }
    guard omitted == 0, !told.isEmpty else { return omit() }
    let more = part.lines.count - told.count
    let rest = more > 0 ? [ReportWords.moreLines(more)] : []
    text += start + MarkdownSafe.block(told + rest, "diff") + end
  }

  /// One sentence in all, at the end of the page.
  private mutating func omit() {
    if omitted > 0 { text.removeLast(ReportWords.omitted(omitted).count + 1) }
    omitted += 1
    text += ReportWords.omitted(omitted) + "\n"
  }
}
