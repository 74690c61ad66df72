/// What a querier has answered of one series: whose it is, and its course.
package struct FoundSeries: Hashable, Sendable {
  /// The cluster's name in the fleet file.
  package let cluster: String
  /// Those that the query kept: `namespace`, `workload`, `version`, `name`.
  package let labels: [String: String]
  /// A value a step.
  package let course: Course

  package init(cluster: String, labels: [String: String], _ course: Course) {
    self.cluster = cluster
    self.labels = labels
    self.course = course
  }
}
