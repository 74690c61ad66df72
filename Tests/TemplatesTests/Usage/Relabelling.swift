import Foundation
import JSON

/// What relabelling makes of series, as Prometheus describes it: the actions that fedctl renders.
struct Relabelling {
  let rules: [JSON]

  /// nil for a series that is dropped.
  func applied(to labels: [String: String]) throws -> [String: String]? {
    var labels = labels
    for rule in rules {
      let source = (rule["sourceLabels"]?.arrayValue ?? []).compactMap(\.stringValue)
        .map { labels[$0] ?? "" }.joined(separator: ";")
      let expression = try Regex(rule["regex"]?.stringValue ?? "(.*)")
      let matches = source.wholeMatch(of: expression) != nil
      switch rule["action"]?.stringValue ?? "replace" {
      case "keep": if !matches { return nil }
      case "drop": if matches { return nil }
      case "labeldrop": labels = labels.filter { $0.key.wholeMatch(of: expression) == nil }
      default:
        if matches, let target = rule["targetLabel"]?.stringValue {
          labels[target] = rule["replacement"]?.stringValue
        }
      }
    }
    return labels
  }
}
