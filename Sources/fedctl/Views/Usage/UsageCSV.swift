import Diagnostics
import Fleet
import FoundationEssentials
import Text
import Usage

/// A report's figures as a table for spreadsheets: a line for each cluster, build, component, measure and scale.
///
/// As RFC 4180 has it, but that lines end as on this system; values have no prefixes and a point before decimals.
struct UsageCSV {
  private let report: UsageReport

  init(_ report: UsageReport) { self.report = report }

  private static let head = [
    "from", "to", "cluster", "platform", "version", "component", "measure", "unit", "scale", "mean",
    "median", "p95", "max", "steps",
  ]

  /// The head, then all figures in the order of the report.
  var text: String {
    let platforms = Dictionary(report.figures.clusters.map { ($0.name, $0.platform) }) { $1 }
    let rows = report.figures.figures.flatMap { figure in
      Scale.allCases.compactMap { scale in
        figure.statistics(scale).map { statistics in
          ends + [
            figure.cluster, platforms[figure.cluster]?.rawValue ?? "", figure.build?.version ?? "",
            figure.component, figure.measure.rawValue, figure.measure.unit.rawValue, scale.rawValue,
          ] + Self.cells(statistics)
        }
      }
    }
    return Self.lines([Self.head] + rows)
  }

  private var ends: [String] {
    [report.figures.window.from, report.figures.window.to].map {
      RFC3339.text(of: Date(timeIntervalSince1970: Double($0)))
    }
  }

  private static func cells(_ statistics: Statistics) -> [String] {
    [statistics.mean, statistics.median, statistics.p95, statistics.max].map { "\($0)" }
      + ["\(statistics.count)"]
  }

  /// Whole lines of cells that no spreadsheet takes for anything but text and numbers.
  static func lines(_ rows: [[String]]) -> String {
    rows.map { $0.map(cell).joined(separator: ",") + "\n" }.joined()
  }

  /// What begins as a formula would be worked out by whoever opens the file, and has a quote before it.
  private static func cell(_ text: String) -> String {
    let shown = Printable.text(text)
    let isFormula = shown.first.map("=+-@".contains) ?? false
    let safe = isFormula && Double(shown) == nil ? "'\(shown)" : shown
    guard safe.contains(where: { ",\"\n\r".contains($0) }) else { return safe }
    return "\"\(safe.replacing("\"", with: "\"\""))\""
  }
}
