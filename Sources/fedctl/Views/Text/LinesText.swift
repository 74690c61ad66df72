import Plan

/// A long value line by line, as `diff -u` tells it.
struct LinesText {
  private let all: [DisplayedLine]
  private let detail: PlanDetail
  private let style: TextStyle

  /// The lines of one field.
  init(_ lines: [DisplayedLine], _ detail: PlanDetail, _ style: TextStyle) {
    all = lines
    self.detail = detail
    self.style = style
  }

  /// What only comes or only goes is told by its beginning.
  var lines: [String] {
    let isWhole = Set(all.map(\.fate)).count == 1
    let told = isWhole ? all.prefix(detail.linesOfNewValue) : all[...]
    let more = all.count - told.count
    let shown = told.indices.map { line(told[$0], beside: partner(of: $0)) }
    return more > 0 ? shown + ["            \(PlanWords.moreLines(more))"] : shown
  }

  private func line(_ line: DisplayedLine, beside other: String?) -> String {
    let text = Self.excerpt(line.text, beside: other)
    return switch line.fate {
    case .kept: "            \(text)"
    case .added: style.paint(.addition, "          + \(text)")
    case .removed: style.paint(.removal, "          - \(text)")
    case .gap: "            …"
    }
  }

  /// The line that a changed one replaces, or is replaced by: its neighbour of the other fate.
  private func partner(of place: Int) -> String? {
    switch all[place].fate {
    case .removed: all.dropFirst(place + 1).first.flatMap { $0.fate == .added ? $0.text : nil }
    case .added where place > 0: all[place - 1].fate == .removed ? all[place - 1].text : nil
    case .added, .kept, .gap: nil
    }
  }

  /// A line that is too long from a little before where it differs from the other.
  static func excerpt(_ text: String, beside other: String?) -> String {
    guard text.count > Wrapped.longest, let other else { return Wrapped.clipped(text) }
    let common = zip(text, other).prefix { $0 == $1 }.count
    guard common > 40 else { return Wrapped.clipped(text) }
    let part = text.dropFirst(common - 30)
    let room = Wrapped.longest - 40
    return "…\(part.prefix(room))\(part.count > room ? "…" : "") (\(text.count) characters)"
  }
}
