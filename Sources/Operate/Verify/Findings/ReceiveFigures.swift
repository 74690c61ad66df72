/// What one of receive's pods tells of what was written to it: of one tenant, or of all.
package struct ReceiveFigures: Hashable, Sendable {
  /// How many series it holds in memory now.
  package var series = 0
  /// How many samples it has taken in since it started.
  package var samples = 0
  /// How many samples it has refused since it started, by the status that it answered with.
  package var refused: [Int: Int] = [:]

  package init(series: Int = 0, samples: Int = 0, refused: [Int: Int] = [:]) {
    self.series = series
    self.samples = samples
    self.refused = refused
  }

  /// The statuses of what it refused, in their order.
  package var statuses: [Int] { refused.keys.sorted() }
}
