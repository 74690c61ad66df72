package import Fleet

/// How the use of components went from report to report.
package struct UsageHistory: Hashable, Sendable {
  /// The fleet that all reports are about.
  package let fleet: String
  /// By what the values are made comparable.
  package let scale: Scale
  /// The reports, the oldest first.
  package let reports: [Entry]
  /// By measure, then by what costs more now than at first.
  package let lines: [Trend]

  /// A report that was read.
  package struct Entry: Hashable, Sendable {
    /// As it was named.
    package let file: String
    package let window: UsageWindow
    /// What any cluster ran, in order.
    package let builds: [Build]

    package init(file: String, window: UsageWindow, builds: [Build]) {
      self.file = file
      self.window = window
      self.builds = builds
    }
  }

  /// A component's use over the reports: a point for each that knows it.
  package struct Trend: Hashable, Sendable {
    package let platform: Platform
    /// nil for all builds of the platform, as where each report is about another one.
    package let build: Build?
    package let component: String
    package let measure: Measure
    /// At the ends of the reports' windows, in order; at least one.
    package let points: [Line.Point]

    package init(
      platform: Platform,
      build: Build?,
      component: String,
      measure: Measure,
      points: [Line.Point],
    ) {
      self.platform = platform
      self.build = build
      self.component = component
      self.measure = measure
      self.points = points
    }

    /// From the first report to the last; zero of a single one.
    package var difference: Double { (points.last?.value ?? 0) - (points.first?.value ?? 0) }
    /// The difference by the first value; nil where that is zero.
    package var relative: Double? {
      guard let first = points.first?.value, first != 0 else { return nil }
      return difference / first
    }
  }
}

extension UsageHistory {
  /// From reports of one fleet, in any order; of several that end at one time the last counts.
  ///
  /// - Throws: where two are about different fleets.
  package init(_ read: [ReadReport], scale: Scale) throws(UsageProblem) {
    let fleet = read.first?.fleet ?? ""
    if let other = read.first(where: { $0.fleet != fleet }) {
      throw .otherFleet(file: other.file, fleet: other.fleet, first: fleet)
    }
    let latest = Dictionary(read.map { ($0.figures.window.to, $0) }) { $1 }
    let reports = latest.sorted { $0.key < $1.key }.map(\.value)
    var points: [Key: [Line.Point]] = [:]
    for report in reports {
      for (key, point) in Self.points(of: report.figures, on: scale) {
        points[key, default: []].append(point)
      }
    }
    self.init(
      fleet: fleet,
      scale: scale,
      reports: reports.map { report in
        Entry(file: report.file, window: report.figures.window, builds: report.figures.builds)
      },
      lines: points.map { $0.key.trend($0.value) }.sorted(by: Trend.costsMore),
    )
  }

  /// Whose points a line has.
  private struct Key: Hashable {
    let platform: Platform
    let build: Build?
    let component: String
    let measure: Measure

    func trend(_ points: [Line.Point]) -> Trend {
      Trend(
        platform: platform,
        build: build,
        component: component,
        measure: measure,
        points: points,
      )
    }
  }

  /// One point of each line: the mean over the clusters of their means.
  private static func points(of figures: UsageFigures, on scale: Scale) -> [Key: Line.Point] {
    let figures = figures.on(scale)
    let known = figures.figures.compactMap { figure in figure.build.map { (figure, $0) } }
    let keyed = known.flatMap { figure, build in
      [build, nil].map { build in
        (
          key: Key(
            platform: build?.platform ?? figure.build?.platform ?? .kubernetes,
            build: build,
            component: figure.component,
            measure: figure.measure,
          ), figure: figure,
        )
      }
    }
    return Dictionary(grouping: keyed, by: \.key).compactMapValues { all in
      ClusterSample(figures.means(of: all.map(\.figure)).map(\.value)).map {
        Line.Point(time: figures.window.to, value: $0.mean, clusters: $0.count)
      }
    }
  }
}

extension UsageFigures {
  /// The same figures, compared on another scale; lines are on the scale that they were made on.
  func on(_ scale: Scale) -> UsageFigures {
    UsageFigures(
      window: window,
      scale: scale,
      clusters: clusters,
      figures: figures,
      lines: scale == self.scale ? lines : [],
      gaps: gaps,
      queries: queries,
    )
  }
}

extension UsageHistory.Trend {
  /// By measure, then by the difference, the largest first; all builds before each.
  fileprivate static func costsMore(_ left: Self, _ right: Self) -> Bool {
    if left.measure != right.measure { return left.measure.order < right.measure.order }
    if left.difference != right.difference { return left.difference > right.difference }
    if left.component != right.component { return left.component < right.component }
    guard let mine = left.build, let other = right.build else {
      return left.build == nil
        && (right.build != nil || left.platform.rawValue < right.platform.rawValue)
    }
    return mine < other
  }
}
