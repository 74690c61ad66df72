import Diagnostics

/// What is said of a cluster's objects as a whole.
enum StatusWords {
  /// As it follows the cluster's name.
  static func ready(_ count: Int, of total: Int) -> String {
    "\(count) of \(total) objects ready"
  }

  /// A cluster by its name, or many that are alike.
  static func name(of clusters: [String]) -> String {
    guard clusters.count > 1 else { return clusters.first ?? "" }
    let names = NameRanges.folded(clusters).joined(separator: ", ")
    return "\(Count(clusters.count, "cluster")) (\(names)), each"
  }

  /// Before what has changed since the last look.
  static func after(_ time: Duration) -> String { "After \(time.words):" }
}
