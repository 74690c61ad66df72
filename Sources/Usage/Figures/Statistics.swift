/// What the values of a window come to.
package struct Statistics: Hashable, Sendable {
  /// The arithmetic mean.
  package let mean: Double
  package let median: Double
  /// What 95 of 100 values do not exceed.
  package let p95: Double
  package let max: Double
  /// How many values there were; at least one.
  package let count: Int

  package init(mean: Double, median: Double, p95: Double, max: Double, count: Int) {
    self.mean = mean
    self.median = median
    self.p95 = p95
    self.max = max
    self.count = count
  }

  /// nil of no values.
  package init?(_ values: [Double]) {
    let sorted = values.sorted()
    guard let last = sorted.last else { return nil }
    self.init(
      mean: sorted.reduce(0, +) / Double(sorted.count),
      median: Self.quantile(0.5, of: sorted),
      p95: Self.quantile(0.95, of: sorted),
      max: last,
      count: sorted.count,
    )
  }

  /// As Prometheus' `quantile_over_time`: between two values, by how near the rank is to each.
  static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    guard let last = sorted.last else { return .nan }
    let rank = share * Double(sorted.count - 1)
    let below = Int(rank)
    guard below + 1 < sorted.count else { return last }
    return sorted[below] + (sorted[below + 1] - sorted[below]) * (rank - Double(below))
  }
}
