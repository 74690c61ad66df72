import Usage

extension UsageTables {
  /// Builds side by side, for the components that use most.
  func bars(of measure: Measure, _ found: [BuildFigure], _ ranked: [String]) -> [UsageChart] {
    let components = ranked.filter { $0 != UsageComponent.whole }.prefix(Self.drawn)
    let builds = drawnBuilds
    guard !components.isEmpty, !builds.isEmpty else { return [] }
    let values = Dictionary(
      found.compactMap { figure in
        figure.build.map { (Cell(component: figure.component, build: $0), figure.mean) }
      }
    ) { first, _ in first }
    return [
      .bars(
        BarChart(
          title: UsageReportWords.barTitle(measure),
          unit: measure.unit,
          series: builds.map(UsageReportWords.name),
          groups: components.map { component in
            BarChart.Group(
              name: component,
              values: builds.map { values[Cell(component: component, build: $0)] },
            )
          },
        )
      )
    ]
  }

  private struct Cell: Hashable {
    let component: String
    let build: Build
  }

  /// So many builds can be told apart in one picture.
  private static let mostBuilds = 6

  /// Those that most clusters ran, in their order.
  private var drawnBuilds: [Build] {
    let clusters = Dictionary(
      grouping: figures.clusters.flatMap { cluster in cluster.builds.map(\.build) },
      by: \.self,
    ).mapValues(\.count)
    return clusters.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.mostBuilds)
      .map(\.key).sorted()
  }

  /// A line for each build over the window: of the cluster as a whole, and of what uses most.
  func lines(of measure: Measure, _ ranked: [String]) -> [UsageChart] {
    let builds = drawnBuilds
    return ranked.prefix(4).compactMap { component in
      let own = figures.lines.filter { $0.measure == measure && $0.component == component }
      let lines = builds.enumerated().compactMap { place, build in
        own.first { $0.build == build }.map { line in
          LineChart.Line(name: UsageReportWords.name(of: build), style: place, points: line.points)
        }
      }
      // A single point is no line.
      guard lines.contains(where: { $0.points.count > 1 }) else { return nil }
      return .lines(
        LineChart(
          title: UsageReportWords.lineTitle(component, measure, figures.scale),
          unit: measure.unit,
          lines: lines,
        )
      )
    }
  }
}
