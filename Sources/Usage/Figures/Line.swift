/// How the use of a component went over the window, as the mean over the clusters that ran a build.
package struct Line: Hashable, Sendable {
  package let build: Build
  package let component: String
  package let measure: Measure
  /// In order of time; where no cluster has told anything there is no point.
  package let points: [Point]

  package init(build: Build, component: String, measure: Measure, points: [Point]) {
    self.build = build
    self.component = component
    self.measure = measure
    self.points = points
  }

  /// A value at a time.
  package struct Point: Hashable, Sendable {
    /// In seconds since 1970.
    package let time: Int
    package let value: Double
    /// How many clusters the value is a mean of, at most.
    package let clusters: Int

    package init(time: Int, value: Double, clusters: Int) {
      self.time = time
      self.value = value
      self.clusters = clusters
    }
  }
}
