/// What clusters tell of the difference between two builds.
///
/// Each cluster is one observation: its mean over the steps at which it ran the build. Where the same clusters ran
/// both builds, each is held against itself; else the two groups are held against each other as Welch does it, who
/// does not ask that they vary alike. Both suppose that clusters' means are spread roughly as a bell.
package struct DifferenceTest: Hashable, Sendable {
  /// How it was told.
  package enum Method: String, Hashable, Sendable {
    /// The same clusters, before and after: Student's t of their differences.
    case pairs
    /// Two groups of clusters: Welch's t.
    case welch
    /// Fewer than two clusters on a side: nothing but the difference can be told.
    case none
  }

  package let method: Method
  /// How much more the second build uses.
  package let difference: Double
  /// Where the true difference lies with 95 % confidence; nil where the method is `none`.
  package let interval: ClosedRange<Double>?
  /// How probable a difference as large as this is if there is none; nil where the method is `none`.
  package let probability: Double?

  package init(
    method: Method,
    difference: Double,
    interval: ClosedRange<Double>?,
    probability: Double?,
  ) {
    self.method = method
    self.difference = difference
    self.interval = interval
    self.probability = probability
  }

  /// Of the clusters' means, by cluster.
  init(_ base: [String: Double], _ other: [String: Double]) {
    let pairs = base.compactMap { name, value in other[name].map { $0 - value } }
    if pairs.count > 1, pairs.count == base.count, pairs.count == other.count {
      self.init(pairs: pairs)
    } else {
      self.init(groups: Array(base.values), Array(other.values))
    }
  }

  private init(pairs: [Double]) {
    let sample = ClusterSample(pairs)
    let error = (sample?.deviation ?? 0) / Double(pairs.count).squareRoot()
    self.init(.pairs, sample?.mean ?? 0, error: error, freedom: Double(pairs.count - 1))
  }

  private init(groups base: [Double], _ other: [Double]) {
    let (before, after) = (ClusterSample(base), ClusterSample(other))
    let difference = (after?.mean ?? 0) - (before?.mean ?? 0)
    guard let first = before?.deviation, let second = after?.deviation else {
      self.init(method: .none, difference: difference, interval: nil, probability: nil)
      return
    }
    let (n, m) = (Double(base.count), Double(other.count))
    let (a, b) = (first * first / n, second * second / m)
    // Welch and Satterthwaite.
    let freedom = (a + b) * (a + b) / (a * a / (n - 1) + b * b / (m - 1))
    self.init(.welch, difference, error: (a + b).squareRoot(), freedom: freedom)
  }

  /// From a difference and its standard error.
  private init(_ method: Method, _ difference: Double, error: Double, freedom: Double) {
    // Clusters that are all alike leave nothing to chance; what rounding leaves of a spread is none.
    guard error > difference.magnitude * 1e-12, freedom.isFinite else {
      self.init(
        method: method,
        difference: difference,
        interval: difference...difference,
        probability: difference == 0 ? 1 : 0,
      )
      return
    }
    let reach = StudentT.quantile(0.975, freedom: freedom) * error
    self.init(
      method: method,
      difference: difference,
      interval: (difference - reach)...(difference + reach),
      probability: StudentT.bothTails(difference / error, freedom: freedom),
    )
  }
}
