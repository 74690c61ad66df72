import Usage

/// Differences around a line at zero, each with what it may be by chance.
struct IntervalChart {
  /// What it shows, for those who cannot see it, too.
  let title: String
  let unit: Measure.Unit
  let entries: [Entry]

  /// One difference.
  struct Entry {
    let name: String
    let difference: Double
    /// Where the true difference lies; nil where nothing tells.
    let interval: ClosedRange<Double>?
    /// Whether it is more than noise: drawn full, and else hollow.
    let isReal: Bool
    /// The difference with its unit.
    let label: String
  }

  private static let (width, left, right, top, row) = (760.0, 230.0, 90.0, 10.0, 22.0)

  /// The picture.
  var svg: String {
    let reach = reach
    let height = Self.top + Double(entries.count) * Self.row + 24
    let marks = [-reach, -reach / 2, 0, reach / 2, reach].map { tick(at: $0, reach, height) }
    let rows = entries.enumerated().map { place, entry in
      self.row(entry, at: Self.top + Double(place) * Self.row + Self.row / 2, reach)
    }
    return ChartFrame(width: Self.width, height: height, title: title, description: description)
      .svg(marks + rows)
  }

  /// As far to both sides, in a round number, as anything goes.
  private var reach: Double {
    let ends = entries.flatMap { entry in
      [entry.difference] + (entry.interval.map { [$0.lowerBound, $0.upperBound] } ?? [])
    }
    return Axis(ends.map(\.magnitude), unit).high
  }

  private var description: String {
    entries.map { "\($0.name): \($0.label)\($0.isReal ? "" : UsageReportWords.withinNoise)" }
      .joined(separator: "; ")
  }

  private func x(_ value: Double, _ reach: Double) -> Double {
    let middle = (Self.left + Self.width - Self.right) / 2
    return middle + value / reach * (Self.width - Self.right - Self.left) / 2
  }

  private func tick(at value: Double, _ reach: Double, _ height: Double) -> String {
    let x = Coordinate.text(x(value, reach))
    let kind = value == 0 ? "zero" : "grid"
    return "<line class=\"\(kind)\" x1=\"\(x)\" x2=\"\(x)\" y1=\"\(Coordinate.text(Self.top))\" "
      + "y2=\"\(Coordinate.text(height - 20))\"/><text class=\"tick\" text-anchor=\"middle\" "
      + "x=\"\(x)\" y=\"\(Coordinate.text(height - 7))\">"
      + "\(HTMLSafe.text(Amount.difference(value, unit)))</text>"
  }

  private func row(_ entry: Entry, at y: Double, _ reach: Double) -> String {
    let (zero, end) = (x(0, reach), x(entry.difference, reach))
    let kind = (entry.difference < 0 ? "less" : "more") + (entry.isReal ? "" : " hollow")
    let whisker =
      entry.interval.map { interval in
        let (low, high) = (x(interval.lowerBound, reach), x(interval.upperBound, reach))
        return "<path class=\"whisker\" d=\"M\(Coordinate.text(low)) \(Coordinate.text(y)) "
          + "H\(Coordinate.text(high)) M\(Coordinate.text(low)) \(Coordinate.text(y - 4)) v8 "
          + "M\(Coordinate.text(high)) \(Coordinate.text(y - 4)) v8\"/>"
      } ?? ""
    let name = ChartFrame.cut(entry.name, to: 33)
    return "<g><title>\(HTMLSafe.text("\(entry.name): \(entry.label)"))</title>"
      + "<text text-anchor=\"end\" x=\"\(Coordinate.text(Self.left - 8))\" "
      + "y=\"\(Coordinate.text(y + 4))\">\(HTMLSafe.text(name))</text>"
      + "<rect class=\"\(kind)\" x=\"\(Coordinate.text(min(zero, end)))\" "
      + "y=\"\(Coordinate.text(y - 6))\" width=\"\(Coordinate.text(max(1, (end - zero).magnitude)))\" "
      + "height=\"12\"/>\(whisker)<text class=\"value\" "
      + "x=\"\(Coordinate.text(Self.width - Self.right + 12))\" y=\"\(Coordinate.text(y + 4))\">"
      + "\(HTMLSafe.text(entry.label))</text></g>"
  }
}
