/// Shares of what a counter counts, as expressions.
enum Ratio {
  /// The share of a counter that bears some labels, by others, over five minutes; nothing where
  /// nothing is counted.
  ///
  /// - `labels`: by which it is summed up.
  /// - `chosen`: matchers of all that is looked at.
  /// - `part`: further matchers, of what the share is of.
  static func of(_ counter: String, by labels: String, _ chosen: String, _ part: String) -> String {
    "\(rate(counter, by: labels, "\(chosen),\(part)")) / \(rate(counter, by: labels, chosen))"
  }

  /// The same for people to look at: nought where all is counted, and nothing yet as the part.
  ///
  /// A counter has no series of an outcome that has not happened since the process began, and an empty
  /// panel looks as if nothing were measured.
  static func shown(_ counter: String, by labels: String, _ chosen: String, _ part: String)
    -> String
  {
    let all = rate(counter, by: labels, chosen)
    return "(\(rate(counter, by: labels, "\(chosen),\(part)")) or 0 * \(all)) / \(all)"
  }

  private static func rate(_ counter: String, by labels: String, _ chosen: String) -> String {
    "sum by (\(labels)) (rate(\(counter){\(chosen)}[5m]))"
  }

  /// A time within which a share of what a histogram observed was done, over ten minutes.
  static func quantile(_ share: String, _ histogram: String, by labels: String, _ chosen: String)
    -> String
  {
    "histogram_quantile(\(share), sum by (\(labels), le) (rate(\(histogram)_bucket{\(chosen)}[10m])))"
  }

  /// A matcher of the jobs that are these parts; every part's job is called as the part is.
  static func jobs(_ parts: [Part]) -> String {
    "job=~\"\(parts.map(\.name).joined(separator: "|"))\""
  }
}
