import Usage

/// Bars side by side: for each group, as a component, one for each series, as a build.
struct BarChart {
  /// What it shows, for those who cannot see it, too.
  let title: String
  let unit: Measure.Unit
  /// In the order of the bars of each group.
  let series: [String]
  let groups: [Group]

  /// Bars with one name.
  struct Group {
    let name: String
    /// By series; nil for what is not known, which has a dash in place of a bar.
    let values: [Double?]
  }

  private static let (width, left, right) = (760.0, 210.0, 90.0)
  private static let (bar, gap, between) = (13.0, 3.0, 12.0)

  /// The picture.
  var svg: String {
    let axis = Axis(groups.flatMap { $0.values.compactMap(\.self) }, unit)
    let rows = Double(series.count) * (Self.bar + Self.gap) + Self.between
    let legend = ChartFrame.legend(
      series.enumerated().map { ($0.element, $0.offset) },
      areLines: false,
      from: Self.left,
      to: Self.width,
    )
    let top = legend.height + 12
    let height = top + Double(groups.count) * rows + 24
    let scale = axis.ticks.map { tick(at: $0, axis, from: top, to: height) }
    let bars = groups.enumerated().flatMap { place, group in
      self.bars(of: group, at: top + Double(place) * rows, axis)
    }
    return ChartFrame(width: Self.width, height: height, title: title, description: description)
      .svg(legend.parts + scale + bars)
  }

  /// The same as a sentence a group.
  private var description: String {
    groups.map { group in
      let values = zip(series, group.values).map { name, value in
        "\(name) \(value.map { Amount.text($0, unit) } ?? "–")"
      }
      return "\(group.name): \(values.joined(separator: ", "))"
    }
    .joined(separator: "; ")
  }

  private func x(_ value: Double, _ axis: Axis) -> Double {
    Self.left + axis.share(of: value) * (Self.width - Self.left - Self.right)
  }

  private func tick(at value: Double, _ axis: Axis, from top: Double, to height: Double) -> String {
    let x = Coordinate.text(x(value, axis))
    let bottom = Coordinate.text(height - 20)
    return "<line class=\"grid\" x1=\"\(x)\" x2=\"\(x)\" y1=\"\(Coordinate.text(top - 4))\" "
      + "y2=\"\(bottom)\"/><text class=\"tick\" text-anchor=\"middle\" x=\"\(x)\" "
      + "y=\"\(Coordinate.text(height - 7))\">\(HTMLSafe.text(Amount.text(value, unit)))</text>"
  }

  private func bars(of group: Group, at top: Double, _ axis: Axis) -> [String] {
    let middle = top + Double(series.count) * (Self.bar + Self.gap) / 2 + 3
    let name = ChartFrame.cut(group.name, to: 30)
    let label =
      "<text text-anchor=\"end\" x=\"\(Coordinate.text(Self.left - 8))\" "
      + "y=\"\(Coordinate.text(middle))\">\(HTMLSafe.text(name))</text>"
    return [label]
      + group.values.enumerated().map { place, value in
        bar(value, place, group.name, at: top + Double(place) * (Self.bar + Self.gap), axis)
      }
  }

  private func bar(
    _ value: Double?,
    _ place: Int,
    _ group: String,
    at y: Double,
    _ axis: Axis,
  ) -> String {
    let text = value.map { Amount.text($0, unit) } ?? "–"
    let end = x(value ?? axis.low, axis)
    let label =
      "<text class=\"value\" x=\"\(Coordinate.text(end + 5))\" "
      + "y=\"\(Coordinate.text(y + Self.bar - 3))\">\(HTMLSafe.text(text))</text>"
    guard value != nil else { return label }
    let box =
      "x=\"\(Coordinate.text(Self.left))\" y=\"\(Coordinate.text(y))\" "
      + "width=\"\(Coordinate.text(max(1, end - Self.left)))\" height=\"\(Coordinate.text(Self.bar))\""
    // Stripes tell every other build apart where there are no colours.
    let stripes = place % 2 == 1 ? "<rect class=\"stripes\" \(box)/>" : ""
    return "<g><title>\(HTMLSafe.text("\(group), \(series[place]): \(text)"))</title>"
      + "<rect class=\"s\(place)\" \(box)/>\(stripes)\(label)</g>"
  }
}
