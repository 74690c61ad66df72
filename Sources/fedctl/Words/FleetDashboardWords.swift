import Diagnostics
import Facts
import Fleet

extension DashboardProblem {
  /// The diagnostic, still without its place and severity.
  var words: Diagnostic {
    Diagnostic(.error, summary, detail: detail, remedy: remedy)
  }

  private var summary: String {
    switch self {
    case .notJSON, .titleMissing: "no dashboard"
    case .uidUnusable: "invalid value"
    case .uidReserved, .uidTaken, .titleTaken, .titleOfFolder, .nameTaken: "name used twice"
    case .inputOpen: "dashboard without a data source"
    case .tooLarge: "file too large"
    case .tooMany: "too many dashboards"
    case .noFiles: "empty folder"
    }
  }

  private var detail: String {
    switch self {
    case .notJSON(let error): "The file is no JSON: \(error.words)."
    case .titleMissing:
      "A dashboard is an object with a `title`, and this file has none at its top."
    case .uidUnusable(let uid):
      "`\(uid)` is no uid for Grafana, which takes at most 40 letters, digits, dashes and underscores."
    case .uidReserved(let uid): "`\(uid)` begins as the uids of the fleet's own dashboards do."
    case .uidTaken(let uid, let file): "`\(file)` has the uid `\(uid)`, too."
    case .titleTaken(let title, let file):
      "`\(file)` has the title `\(title)`, too, and Grafana shows one of them."
    case .titleOfFolder(let title):
      "The folder of the fleet's own dashboards is called `\(title)`, and Grafana shows no dashboard of a folder's name."
    case .nameTaken(let name, let file):
      "Its ConfigMap would be called after `\(name)`, as that of `\(file)` is."
    case .inputOpen(let input):
      "It was exported for others: whoever imports it is asked what `${\(input)}` is, and here nobody is."
    case .tooLarge(let limit): "A ConfigMap holds \(limit) bytes, and the file has more."
    case .tooMany(let limit): "Grafana is given \(limit) dashboards at most."
    case .noFiles(let folder): "`\(folder)` has no file that ends in `.json`."
    }
  }

  private var remedy: String {
    switch self {
    case .notJSON: "Export the dashboard anew, or take the file out of `hub.grafana.dashboards`."
    case .titleMissing:
      "Export the dashboard as JSON of the classic form; an answer of Grafana's API has it under `dashboard`."
    case .uidUnusable: "Choose a shorter or simpler `uid`."
    case .uidReserved, .uidTaken: "Give the dashboard another `uid`."
    case .titleTaken, .titleOfFolder: "Give the dashboard another `title`."
    case .nameTaken: "Call one of the files otherwise."
    case .inputOpen:
      """
      Export it without the switch for sharing, or write the uid of the fleet's data source there: `thanos`, or \
      `prometheus` with `federate`.
      """
    case .tooLarge: "Split the dashboard, or write it without white space, as `jq -c .` does."
    case .tooMany: "Leave out what nobody looks at."
    case .noFiles: "Name the folder that has the files; those of folders within it are not read."
    }
  }
}
