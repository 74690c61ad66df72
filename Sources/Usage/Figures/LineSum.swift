/// Adds up the courses of clusters, step by step, until their means are told as a line.
struct LineSum {
  private var sums: [Double]
  private var counts: [Int]

  /// More points than a picture can show are brought together.
  private static let mostPoints = 60

  init(steps: Int) {
    sums = Array(repeating: 0, count: steps)
    counts = Array(repeating: 0, count: steps)
  }

  /// One more cluster.
  mutating func add(_ course: Course) {
    for place in sums.indices {
      guard let value = course[place] else { continue }
      sums[place] += value
      counts[place] += 1
    }
  }

  /// Steps that lie side by side are one point where there are too many: the mean of what is known of them.
  func points(in window: UsageWindow) -> [Line.Point] {
    let width = (window.count + Self.mostPoints - 1) / Self.mostPoints
    return stride(from: 0, to: window.count, by: width).compactMap { start in
      let end = min(start + width, window.count)
      let known = (start..<end).filter { counts[$0] > 0 }
      guard !known.isEmpty else { return nil }
      let means = known.map { sums[$0] / Double(counts[$0]) }
      return Line.Point(
        time: window.end(of: end - 1),
        value: means.reduce(0, +) / Double(means.count),
        clusters: known.map { counts[$0] }.max() ?? 0,
      )
    }
  }
}
