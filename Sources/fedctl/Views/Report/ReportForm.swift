import ArgumentParser
import Diagnostics
import JSON

/// The forms in which a run's outcome is written for machines.
enum ReportForm: String, CaseIterable, ExpressibleByArgument {
  /// What people read; the standard.
  case text
  /// Everything, with codes: docs/schemas/report-1.json describes it.
  case json
  /// For a comment on a change, within a number of bytes.
  case markdown
  /// The counts that GitLab shows beside a merge request.
  case gitlab
  /// A test case for each cluster and each object that is changed.
  case junit
  /// One page for a browser, which needs nothing else.
  case html
  /// A line `name=value` each for what a script decides by.
  case values
}

extension Report {
  /// The report in one form, as a whole document; empty for what people read, which is told as it comes.
  ///
  /// `limit` is how many bytes Markdown may have.
  func document(_ form: ReportForm, limit: Int) -> String {
    switch form {
    case .text: ""
    case .json: Printable.json(json.text(.pretty)) + "\n"
    case .markdown: ReportMarkdown(self).text(within: limit)
    case .gitlab: gitLabJSON.text() + "\n"
    case .junit: ReportJUnit(self).text
    case .html: ReportHTML(self).text
    case .values: values
    }
  }
}
