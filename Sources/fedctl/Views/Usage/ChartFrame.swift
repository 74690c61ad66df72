/// What all pictures of a page have: a size, a title, and words for those who cannot see them.
struct ChartFrame {
  let width: Double
  let height: Double
  let title: String
  /// What a reader of screens says in place of the picture.
  let description: String

  /// The element, as it stands within a page.
  func svg(_ parts: [String]) -> String {
    let (width, height) = (Coordinate.text(width), Coordinate.text(height))
    return """
      <svg class="chart" role="img" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)">
      <title>\(HTMLSafe.text(title))</title>
      <desc>\(HTMLSafe.text(description))</desc>
      \(parts.joined(separator: "\n"))
      </svg>
      """
  }

  /// How high a row of names is.
  static let legendRow = 16.0

  /// Names with the colour of each, in as many rows as they need between two edges; lines have a piece of the line.
  ///
  /// A sign is taken to be seven pixels wide, which is what it is on the average.
  static func legend(
    _ names: [(name: String, place: Int)],
    areLines: Bool,
    from left: Double,
    to right: Double,
  ) -> (parts: [String], height: Double) {
    var (x, y) = (left, 11.0)
    let parts = names.map { name, place in
      let name = cut(name, to: 24)
      let width = 40 + Double(name.count) * 7
      if x > left, x + width > right { (x, y) = (left, y + legendRow) }
      defer { x += width }
      let label = "<text x=\"\(Coordinate.text(x + 23))\" y=\"\(Coordinate.text(y + 4))\">"
      return (areLines ? line(place, x, y) : box(place, x, y))
        + "\(label)\(HTMLSafe.text(name))</text>"
    }
    return (parts, y + legendRow - 11)
  }

  private static func line(_ place: Int, _ x: Double, _ y: Double) -> String {
    let y = Coordinate.text(y)
    return
      "<line class=\"l\(place)\" x1=\"\(Coordinate.text(x))\" x2=\"\(Coordinate.text(x + 18))\" "
      + "y1=\"\(y)\" y2=\"\(y)\"/>"
  }

  private static func box(_ place: Int, _ x: Double, _ y: Double) -> String {
    let box =
      "x=\"\(Coordinate.text(x))\" y=\"\(Coordinate.text(y - 6))\" width=\"14\" height=\"11\""
    return "<rect class=\"s\(place)\" \(box)/>"
      + (place % 2 == 1 ? "<rect class=\"stripes\" \(box)/>" : "")
  }

  /// Its beginning and its end where it is longer.
  static func cut(_ text: String, to length: Int) -> String {
    guard text.count > length else { return text }
    let tail = (length - 1) / 2
    return "\(text.prefix(length - 1 - tail))…\(text.suffix(tail))"
  }
}
