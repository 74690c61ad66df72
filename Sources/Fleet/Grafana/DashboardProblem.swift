import Facts
package import JSON

/// A dashboard of the user's own that Grafana would not show.
package enum DashboardProblem: Fact, Hashable {
  case notJSON(JSONError)
  case titleMissing
  /// Grafana takes 40 letters, digits, dashes and underscores at most.
  case uidUnusable(String)
  /// The fleet's own dashboards are called so.
  case uidReserved(String)
  /// Another file has the uid.
  case uidTaken(String, by: String)
  /// Another file has the title, in the same folder of Grafana's.
  case titleTaken(String, by: String)
  /// The folder of the fleet's own dashboards is called so.
  case titleOfFolder(String)
  /// Another file has the name, as objects are called after it.
  case nameTaken(String, by: String)
  /// It was exported for others, who are asked for a data source when they import it.
  case inputOpen(String)
  /// The file has more bytes than the limit.
  case tooLarge(limit: Int)
  /// There are more files than the limit.
  case tooMany(limit: Int)
  /// The path of a folder without any file that ends in `.json`.
  case noFiles(String)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    /// A file of a dashboard holds none.
    case invalid = "fleet.invalid-dashboard"
    /// Two dashboards have one uid, one title or one name.
    case taken = "fleet.dashboard-taken"
    /// A dashboard asks for a data source that nobody names.
    case inputOpen = "fleet.dashboard-input"
    /// A dashboard is too large, or there are too many.
    case tooLarge = "fleet.dashboard-too-large"
    /// A folder holds no dashboard.
    case noFiles = "fleet.no-dashboards"
  }

  package var code: Code {
    switch self {
    case .notJSON, .titleMissing, .uidUnusable: .invalid
    case .uidReserved, .uidTaken, .titleTaken, .titleOfFolder, .nameTaken: .taken
    case .inputOpen: .inputOpen
    case .tooLarge, .tooMany: .tooLarge
    case .noFiles: .noFiles
    }
  }
}
