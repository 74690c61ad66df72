/// The span of time that a report is about, cut into steps of one length.
///
/// Each step has one value of a series, told at its end. A step without a sample has none.
package struct UsageWindow: Hashable, Sendable {
  /// Where the first step begins, in seconds since 1970.
  package let from: Int
  /// How long a step is, in seconds.
  package let step: Int
  /// How many steps there are; at least one.
  package let count: Int

  /// Where the last step ends, in seconds since 1970.
  package var to: Int { from + count * step }

  /// The length of the whole, in seconds.
  package var length: Int { count * step }

  /// What a querier gives for one series at most: Prometheus and Thanos refuse more than 11,000.
  package static let mostSteps = 11_000

  /// The steps that are chosen among where nobody asks for one, in seconds.
  private static let usual = [300, 900, 3600, 10_800, 21_600, 86_400]

  /// So many steps are enough for a quantile and a picture.
  private static let enough = 300

  /// So many values a querier can give, and we can hold, in one answer; a cluster has some eighty series.
  private static let mostValues = 2_000_000
  private static let seriesOfCluster = 80

  /// A window that ends at or before `end`, on a whole step since 1970, so that two runs within one step have the
  /// same one.
  ///
  /// All times are in seconds. Of `length`, what is no whole number of steps is rounded down; without a `step`, the
  /// shortest usual one is taken that cuts the window into 300 or fewer, and into fewer still where there are hundreds
  /// of clusters.
  ///
  /// - Throws: where no step fits into the window, or too many do.
  package init(length: Int, step: Int?, end: Int, clusters: Int) throws(UsageProblem) {
    let usual = Self.step(for: length, clusters)
    let step = step ?? usual
    guard step > 0, length >= step else {
      throw .windowShorterThanStep(length: length, step: step)
    }
    guard length / step <= Self.mostSteps else {
      throw .tooManySteps(length / step, most: Self.mostSteps, fitting: usual)
    }
    let last = end - (end % step + step) % step
    self.init(from: last - length / step * step, step: step, count: length / step)
  }

  /// One that is known to be whole, as of a report that was written.
  package init(from: Int, step: Int, count: Int) {
    self.from = from
    self.step = step
    self.count = count
  }

  /// Of a window that is shorter than any usual step, the shortest.
  private static func step(for length: Int, _ clusters: Int) -> Int {
    let most = min(enough, max(1, mostValues / (max(1, clusters) * seriesOfCluster)))
    let fitting = usual.filter { length / $0 <= most }
    return fitting.first { $0 <= length } ?? usual.last { $0 <= length } ?? usual[0]
  }

  /// When a step ends, in seconds since 1970.
  package func end(of place: Int) -> Int { from + (place + 1) * step }

  /// The step that ends at a time; nil for a time between two ends, or outside.
  package func place(endingAt time: Double) -> Int? {
    let steps = (time - Double(from)) / Double(step)
    guard steps.isFinite, (steps - steps.rounded()).magnitude < 1e-6 else { return nil }
    guard steps > 0.5, steps < Double(count) + 0.5 else { return nil }
    return Int(steps.rounded()) - 1
  }
}
