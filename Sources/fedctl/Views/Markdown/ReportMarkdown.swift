import Apply
import Diagnostics
import Operate
import Plan

/// A report as Markdown for a comment on a change: the sum, what must not be overlooked, and a folded part for each
/// group of alike clusters, within a number of bytes.
struct ReportMarkdown {
  private let report: Report
  private let style = TextStyle(isColoured: false)

  init(_ report: Report) { self.report = report }

  /// Never more bytes than `limit`, and whole: what is left out is counted at its place, no fence stays open.
  func text(within limit: Int) -> String {
    var page = MarkdownPage(limit: limit)
    page.add(title)
    for (heading, lines) in notices where !lines.isEmpty { page.add(heading, listing: lines) }
    for part in parts { page.add(part) }
    return page.text
  }

  private var title: String {
    let command = "fedctl \(report.command.rawValue)"
    let fleet = report.fleet.map { ": \(MarkdownSafe.code($0))" } ?? ""
    let verdict = report.verdict.isEmpty ? "" : "**\(report.verdict)**"
    return "### \(command)\(fleet)\n\n\(verdict)\n\n"
  }

  /// What stands above everything else, a line each.
  private var notices: [(heading: String, lines: [String])] {
    // In what a saved plan is another is told on lines of their own.
    let errors = report.problems.flatMap { $0.message.split(separator: "\n").map(Self.trimmed) }
    let unknown = report.planned?.clusters.plan.clusters.compactMap { cluster -> String? in
      guard case .unknown(let reason) = cluster.condition else { return nil }
      return "\(cluster.name): \(reason.isWanted ? reason.sign : reason.words)"
    }
    return [
      (ReportWords.errors, errors),
      (ReportWords.dangers, report.planned?.dangers.map(\.words) ?? []),
      (ReportWords.unknownClusters, unknown ?? []),
      (ReportWords.failures, failures),
      (ReportWords.warnings, report.advice.map(\.message)),
    ]
  }

  private var failures: [String] {
    guard let outcome = report.outcome else { return [] }
    return outcome.failed.merging(outcome.unready) { $1 }.sorted { $0.key < $1.key }
      .map { "\($0.key): \($0.value.words)" }
  }

  /// Parts that open on a click.
  private var parts: [MarkdownPage.Part] {
    let groups = report.groups.map { group in
      let lines = GroupText(group: group, detail: report.detail, style: style).lines
      let title = group.clusters.count > 1 ? PlanWords.alike(group.clusters) : group.clusters[0]
      return MarkdownPage.Part(
        title: MarkdownSafe.html(title),
        lines: lines.dropFirst().dropLast().map(Self.coloured),
      )
    }
    let status = report.status.map {
      let lines = StatusText($0, style: style).text.split(separator: "\n").map(String.init)
      return MarkdownPage.Part(title: ReportWords.clusters, lines: Array(lines.dropFirst()))
    }
    return groups + [status].compactMap(\.self)
  }

  /// Without the indentation that a terminal needs.
  private static func trimmed(_ line: Substring) -> String { String(line.drop { $0 == " " }) }

  /// With a sign in the first column, where a forge looks for it to colour the line.
  ///
  /// The plan's own signs stand before the twelfth column; from there on lines are text of values, in which a sign is a
  /// list's, as in YAML.
  private static func coloured(_ line: String) -> String {
    let indent = line.prefix { $0 == " " }
    guard indent.count < 12 else { return line }
    let sign = line.dropFirst(indent.count).prefix { $0 != " " }
    return switch sign {
    case "+", "-": "\(sign)\(indent)\(line.dropFirst(indent.count + 1))"
    case "-/+": "-\(line.dropFirst())"
    case "~", "@", ">": "!\(line.dropFirst())"
    default: line
    }
  }
}
