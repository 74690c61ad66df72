import Fleet
import FoundationEssentials
import JSON
import Text
import Usage

extension UsageDocument {
  /// A trend over reports.
  init(_ history: UsageHistory, isWhole: Bool, enough: Int) {
    let last = history.reports.last
    self.init(
      title: UsageReportWords.trend(of: history.fleet),
      facts: history.reports.map(UsageReportWords.fact),
      tables: HistoryTables(history: history, isWhole: isWhole, enough: enough).all,
      gaps: last == nil || history.reports.count > 1 ? [] : [UsageReportWords.singleReport],
      method: [UsageReportWords.trendMethod(history.scale)],
      queries: [],
    )
  }
}

/// What became of each component's use, a table a measure.
struct HistoryTables {
  let history: UsageHistory
  let isWhole: Bool
  /// So many rows of a kind are told where not all are.
  let enough: Int

  /// By measure, what has grown most first.
  var all: [UsageTable] {
    Measure.allCases.compactMap { measure in
      let own = history.lines.filter { $0.measure == measure && $0.build == nil }
      guard !own.isEmpty else { return nil }
      let told = own.mostDifferent(isWhole ? own.count : enough, by: \.difference)
      return UsageTable(
        title: UsageReportWords.trendTitle(measure, history.scale),
        columns: UsageReportWords.trendColumns,
        rows: told.map { row($0, measure.unit) },
        omitted: own.count - told.count,
        charts: told.prefix(6).compactMap(chart),
      )
    }
  }

  private func row(_ trend: UsageHistory.Trend, _ unit: Measure.Unit) -> [String] {
    let values = trend.points.map(\.value)
    return [
      trend.component, trend.platform.rawValue, "\(values.count)",
      values.first.map { Amount.text($0, unit) } ?? "–",
      values.last.map { Amount.text($0, unit) } ?? "–",
      Amount.difference(trend.difference, unit), Amount.relative(trend.relative),
      Self.sparks(values),
    ]
  }

  /// The last ten values, from the lowest to the highest block.
  private static func sparks(_ values: [Double]) -> String {
    let told = values.suffix(10)
    guard let low = told.min(), let high = told.max(), high > low else {
      return String(repeating: "▄", count: told.count)
    }
    let blocks = Array("▁▂▃▄▅▆▇█")
    return String(told.map { blocks[Int((($0 - low) / (high - low) * 7).rounded())] })
  }

  /// All builds as one line, and each build's own above it where it was reported more than once.
  private func chart(_ trend: UsageHistory.Trend) -> UsageChart? {
    guard trend.points.count > 1 else { return nil }
    let builds = history.lines.filter {
      $0.measure == trend.measure && $0.component == trend.component
        && $0.platform == trend.platform && $0.build != nil
    }
    let told = builds.sorted { ($0.points.last?.time ?? 0) < ($1.points.last?.time ?? 0) }.suffix(5)
    let own = told.enumerated().map { place, line in
      LineChart.Line(
        name: line.build?.version ?? "",
        style: place,
        points: line.points,
      )
    }
    let all = LineChart.Line(name: UsageReportWords.allBuilds, style: 5, points: trend.points)
    return .lines(
      LineChart(
        title: UsageReportWords.trendLine(trend, history.scale),
        unit: trend.measure.unit,
        lines: [all] + own,
      )
    )
  }
}

extension UsageHistory {
  /// A line for each point.
  var csv: String {
    let head = [
      "to", "platform", "version", "component", "measure", "unit", "scale", "mean", "clusters",
    ]
    let rows = lines.flatMap { line in
      line.points.map { point in
        [
          RFC3339.text(of: Date(timeIntervalSince1970: Double(point.time))), line.platform.rawValue,
          line.build?.version ?? "", line.component, line.measure.rawValue,
          line.measure.unit.rawValue, scale.rawValue, "\(point.value)", "\(point.clusters)",
        ]
      }
    }
    return UsageCSV.lines([head] + rows)
  }

  /// As docs/schemas/usage-trend-1.json describes it.
  var json: JSON {
    [
      "format_version": "1.0", "kind": "fedctl.usage-trend",
      "fedctl_version": .string(fedctlVersion), "fleet": .string(fleet),
      "scale": .string(scale.rawValue),
      "reports": .array(
        reports.map { report in
          [
            "file": .string(report.file), "window": report.window.json,
            "builds": .array(report.builds.map(\.json)),
          ]
        }
      ),
      "trends": .array(
        lines.map { line in
          [
            "platform": .string(line.platform.rawValue), "version": .text(line.build?.version),
            "component": .string(line.component), "measure": .string(line.measure.rawValue),
            "unit": .string(line.measure.unit.rawValue), "difference": .double(line.difference),
            "relative": .number(line.relative), "points": line.points.json,
          ]
        }
      ),
    ]
  }
}
