import FoundationEssentials
import Text
import Usage

/// Lines over time, one for each build.
struct LineChart {
  /// What it shows, for those who cannot see it, too.
  let title: String
  let unit: Measure.Unit
  let lines: [Line]

  /// One build's.
  struct Line {
    let name: String
    /// By which its colour and dashes are chosen.
    let style: Int
    /// In order of time.
    let points: [Usage.Line.Point]
  }

  private static let (width, height) = (480.0, 220.0)
  private static let (left, right, bottom) = (74.0, 14.0, 30.0)

  /// The picture; a line of a single point is a dot.
  var svg: String {
    let axis = Axis(lines.flatMap { $0.points.map(\.value) }, unit, fromZero: false)
    let rows = axis.ticks.map { tick(at: $0, axis) }
    return ChartFrame(
      width: Self.width,
      height: Self.height,
      title: title,
      description: description,
    )
    .svg(legend.parts + rows + times + lines.map { drawn($0, axis) })
  }

  private var legend: (parts: [String], height: Double) {
    ChartFrame.legend(
      lines.map { ($0.name, $0.style) },
      areLines: true,
      from: Self.left,
      to: Self.width,
    )
  }

  private var times: [String] {
    [(start, "start"), (end, "end")].map { time, anchor in
      "<text class=\"tick\" text-anchor=\"\(anchor)\" x=\"\(Coordinate.text(x(time)))\" "
        + "y=\"\(Coordinate.text(Self.height - 10))\">\(UsageReportWords.minute(time))</text>"
    }
  }

  private var start: Int { lines.flatMap { $0.points.map(\.time) }.min() ?? 0 }
  private var end: Int { lines.flatMap { $0.points.map(\.time) }.max() ?? 0 }

  /// Where each line begins and ends.
  private var description: String {
    lines.compactMap { line in
      guard let first = line.points.first, let last = line.points.last else { return nil }
      return "\(line.name): \(Amount.text(first.value, unit)) → \(Amount.text(last.value, unit))"
    }
    .joined(separator: "; ")
  }

  private func x(_ time: Int) -> Double {
    let span = Double(max(1, end - start))
    return Self.left + Double(time - start) / span * (Self.width - Self.left - Self.right)
  }

  private func y(_ value: Double, _ axis: Axis) -> Double {
    let room = Self.height - Self.bottom - legend.height - 10
    return Self.height - Self.bottom - axis.share(of: value) * room
  }

  private func tick(at value: Double, _ axis: Axis) -> String {
    let y = y(value, axis)
    return "<line class=\"grid\" x1=\"\(Coordinate.text(Self.left))\" "
      + "x2=\"\(Coordinate.text(Self.width - Self.right))\" y1=\"\(Coordinate.text(y))\" "
      + "y2=\"\(Coordinate.text(y))\"/><text class=\"tick\" text-anchor=\"end\" "
      + "x=\"\(Coordinate.text(Self.left - 6))\" y=\"\(Coordinate.text(y + 4))\">"
      + "\(HTMLSafe.text(Amount.text(value, unit)))</text>"
  }

  private func drawn(_ line: Line, _ axis: Axis) -> String {
    let places = line.points.map { point in
      "\(Coordinate.text(x(point.time))),\(Coordinate.text(y(point.value, axis)))"
    }
    let title = "<title>\(HTMLSafe.text(line.name))</title>"
    // Few points are measurements of their own, and are shown as such.
    let dots =
      line.points.count > 15
      ? "" : line.points.map { dot($0, line, axis) }.joined()
    return
      "<g>\(title)<polyline class=\"l\(line.style)\" points=\"\(places.joined(separator: " "))\"/>"
      + "\(dots)</g>"
  }

  private func dot(_ point: Usage.Line.Point, _ line: Line, _ axis: Axis) -> String {
    let words =
      "\(line.name), \(UsageReportWords.minute(point.time)): \(Amount.text(point.value, unit))"
    return "<circle class=\"s\(line.style)\" cx=\"\(Coordinate.text(x(point.time)))\" "
      + "cy=\"\(Coordinate.text(y(point.value, axis)))\" r=\"3\">"
      + "<title>\(HTMLSafe.text(words))</title></circle>"
  }
}
