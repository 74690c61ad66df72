import Testing

@testable import Usage

/// Numbers that can be looked up.
struct StatisticsTests {
  @Test func `quantiles are Prometheus' own`() throws {
    let statistics = try #require(Statistics([4, 1, 3, 2]))
    #expect(statistics.mean == 2.5 && statistics.median == 2.5 && statistics.max == 4)
    #expect((statistics.p95 - 3.85).magnitude < 1e-12)
    #expect(Statistics([7])?.p95 == 7)
    #expect(Statistics([]) == nil)
  }

  /// The table of t in any book of statistics, two-sided 95 %.
  @Test(arguments: [
    (1.0, 12.7062), (2, 4.3027), (4, 2.7764), (10, 2.2281), (30, 2.0423), (1e6, 1.96),
  ])
  func `Student's t is that of the tables`(freedom: Double, expected: Double) {
    let t = StudentT.quantile(0.975, freedom: freedom)
    #expect((t - expected).magnitude < 1e-3)
    #expect((StudentT.bothTails(t, freedom: freedom) - 0.05).magnitude < 1e-9)
  }

  /// Worked out by hand from the variances: 12.5 and 17.5 over 5, so the error is √6.
  @Test func `two groups are compared as Welch does it`() throws {
    let base = Dictionary(
      uniqueKeysWithValues: zip("abcde".map(String.init), [10.0, 15, 12.5, 17.5, 7.5])
    )
    let other = Dictionary(
      uniqueKeysWithValues: zip("vwxyz".map(String.init), [20.0, 25, 22.5, 27.5, 17.5])
    )
    let test = DifferenceTest(base, other)
    #expect(test.method == .welch && test.difference == 10)
    // Equal variances and sizes: 8 degrees of freedom, t = 4, p = 0.00395.
    #expect(try (#require(test.probability) - 0.00395).magnitude < 1e-5)
    let interval = try #require(test.interval)
    #expect((interval.lowerBound - (10 - 2.306 * 2.5)).magnitude < 1e-3)
    #expect((interval.upperBound - (10 + 2.306 * 2.5)).magnitude < 1e-3)
  }

  @Test func `clusters that ran both builds are each held against themselves`() throws {
    // Far apart from each other, and each one more than before.
    let test = DifferenceTest(["a": 1, "b": 100, "c": 10], ["a": 2, "b": 101.2, "c": 10.8])
    #expect(test.method == .pairs)
    #expect((test.difference - 1).magnitude < 1e-9)
    #expect(try #require(test.probability) < 0.05)
  }

  @Test func `one cluster on a side tells nothing of chance`() {
    let test = DifferenceTest(["a": 1], ["b": 2, "c": 3])
    #expect(test.method == .none && test.interval == nil && test.probability == nil)
    #expect(test.difference == 1.5)
    #expect(DifferenceTest(["a": 1], ["a": 2]).method == .none)
  }

  @Test func `clusters that are all alike leave nothing to chance`() {
    let equal = DifferenceTest(["a": 1, "b": 1], ["c": 1, "d": 1])
    #expect(equal.probability == 1 && equal.interval == 0...0)
    let other = DifferenceTest(["a": 1, "b": 1], ["c": 2, "d": 2])
    #expect(other.probability == 0 && other.interval == 1...1)
  }

  @Test func `of many comparisons chance gets no more room than of one`() {
    // Twenty that are alike, of which one is below 5 % as one of twenty will be.
    var probabilities = (1...19).map { Double?(Double($0) / 20) } + [0.04]
    #expect(!Holm.areReal(probabilities).contains(true))
    probabilities[19] = 0.001
    #expect(Holm.areReal(probabilities)[19] == true)
    #expect(Holm.areReal([nil, 0.01, nil]) == [nil, true, nil])
    #expect(Holm.areReal([0.01, 0.04, 0.03]) == [true, false, false])
  }
}
