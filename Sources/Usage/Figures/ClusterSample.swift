/// One value of each of several clusters, as far as they tell something of clusters in general.
package struct ClusterSample: Hashable, Sendable {
  /// How many clusters there are.
  package let count: Int
  package let mean: Double
  package let least: Double
  package let greatest: Double
  /// How far a cluster is from the mean, with n - 1 below; nil of a single cluster, which tells nothing of others.
  package let deviation: Double?

  package init(count: Int, mean: Double, least: Double, greatest: Double, deviation: Double?) {
    self.count = count
    self.mean = mean
    self.least = least
    self.greatest = greatest
    self.deviation = deviation
  }

  /// nil of no values.
  package init?(_ values: [Double]) {
    guard let least = values.min(), let greatest = values.max() else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.init(
      count: values.count,
      mean: mean,
      least: least,
      greatest: greatest,
      deviation: values.count > 1 ? (squares / Double(values.count - 1)).squareRoot() : nil,
    )
  }
}
