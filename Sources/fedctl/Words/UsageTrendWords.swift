import Usage

extension UsageReportWords {
  static let allBuilds = "all builds"
  static let singleReport = "There is a single report, which shows no trend yet."

  static let trendColumns = [
    UsageTable.Column(title: "component", width: 16, isNumber: false),
    UsageTable.Column(title: "platform", width: 10, isNumber: false),
    UsageTable.Column(title: "n", width: 2), UsageTable.Column(title: "first", width: 8),
    UsageTable.Column(title: "last", width: 8), UsageTable.Column(title: "change", width: 9),
    UsageTable.Column(title: "relative", width: 8),
    UsageTable.Column(title: "trend", width: 10, isNumber: false),
  ]

  /// The title of several reports.
  static func trend(of fleet: String) -> String {
    "Fleet \(fleet): how use went from report to report"
  }

  /// One report, in a line.
  static func fact(_ report: UsageHistory.Entry) -> String {
    let builds = report.builds.map(\.version).joined(separator: ", ")
    return "\(minute(report.window.from)) to \(minute(report.window.to)) UTC: "
      + (builds.isEmpty ? unknown : builds)
  }

  /// A heading.
  static func trendTitle(_ measure: Measure, _ scale: Scale) -> String {
    "\(measure.noun) (\(measure.unit.words)\(scale.suffix))"
  }

  /// Below lines.
  static func trendLine(_ trend: UsageHistory.Trend, _ scale: Scale) -> String {
    "\(trend.component), \(trend.platform.name): \(trendTitle(trend.measure, scale))"
  }

  /// How values came about.
  static func trendMethod(_ scale: Scale) -> String {
    """
    Each report is one value: the mean over the clusters of their means over its window, \(scale.clause). What has grown \
    most from the first report to the last stands first. n is the number of reports that know the component.
    """
  }
}
