package import FoundationEssentials

/// The labels of a series, with `__name__` where it has one.
package typealias Labels = [String: String]

/// One value of one series.
package struct Sample: Hashable, Sendable {
  /// All that the answer has; none for a scalar.
  package let labels: Labels
  /// To a millisecond: the moment that was asked for, which is not when the value was scraped.
  package let time: Date
  /// NaN and the infinities are values like others.
  package let value: Double

  package init(labels: Labels = [:], time: Date, value: Double) {
    self.labels = labels
    self.time = time
    self.value = value
  }
}

/// The values of one series over a range.
package struct Series: Hashable, Sendable {
  /// One value of it.
  package struct Point: Hashable, Sendable {
    /// To a millisecond.
    package let time: Date
    /// NaN and the infinities are values like others.
    package let value: Double

    package init(time: Date, value: Double) {
      self.time = time
      self.value = value
    }
  }

  /// All that the answer has.
  package let labels: Labels
  /// In the order of time; steps at which there is nothing are left out.
  package let points: [Point]

  package init(labels: Labels, points: [Point]) {
    self.labels = labels
    self.points = points
  }
}
