import ArgumentParser
import Diagnostics
import JSON
import Usage

/// The forms in which use is told.
enum UsageForm: String, CaseIterable, ExpressibleByArgument {
  /// What people read; the standard.
  case text
  /// All figures, for spreadsheets.
  case csv
  /// Everything, with codes: docs/schemas/usage-1.json describes it.
  case json
  /// For a summary or an issue, within a number of bytes.
  case markdown
  /// One page for a browser, with pictures, which needs nothing else.
  case html
}

/// What has been asked for in some form: a report, or a trend of several.
enum UsageOutcome {
  /// With the components that it knows.
  case report(UsageReport, ComponentTable)
  case history(UsageHistory)

  /// The outcome in one form, as a whole document.
  ///
  /// `isWhole` is whether every component and cluster is told where people read, `limit` how many bytes Markdown may
  /// have.
  func document(_ form: UsageForm, isWhole: Bool, limit: Int, style: TextStyle) -> String {
    switch form {
    case .text: UsageText(told(isWhole, isWhole, enough: 8), style: style).text
    case .csv: csv
    case .json: Printable.json(json) + "\n"
    case .markdown: UsageMarkdown(told(isWhole, true)).text(within: limit)
    case .html: UsagePage(told(isWhole, true)).text
    }
  }

  private func told(_ isWhole: Bool, _ tellsQueries: Bool, enough: Int = 12) -> UsageDocument {
    switch self {
    case .report(let report, _):
      UsageDocument(report, isWhole: isWhole, enough: enough, tellsQueries: tellsQueries)
    case .history(let history): UsageDocument(history, isWhole: isWhole, enough: enough)
    }
  }

  private var csv: String {
    switch self {
    case .report(let report, _): UsageCSV(report).text
    case .history(let history): history.csv
    }
  }

  private var json: String {
    switch self {
    case .report(let report, let table): report.json(table).text(.pretty)
    case .history(let history): history.json.text(.pretty)
    }
  }
}
